import { api, href, may } from 'liaison';
import { t } from './texts.js';

const MOST = 20;

/** Numbers of applications, as people copy them. */
const NUMBER = /^SQ-\d{8}-\d{4,}$/i;

async function filings(no) {
  const { items } = await api.get('/api/registration/v1/applications', { no: no.toUpperCase(), limit: MOST });
  return items.map((filing) => ({
    text: `${filing.no} ${filing.officeName}`,
    address: href('registration/applications', filing.id),
    about: t[filing.state],
  }));
}

/** The filing of a number; else offices under a number or a part of a name. */
export default async function search(q) {
  if (NUMBER.test(q.trim()) && may('registration.application.read')) {
    return filings(q.trim());
  }
  const { items } = await api.get('/api/registration/v1/offices', { q, limit: MOST });
  return items.map((office) => ({
    text: office.name,
    address: href('registration/offices', office.id),
    about: [office.dispatcherName, office.hostCityLabel, office.registrationNo, office.statusLabel].filter(Boolean).join('　'),
  }));
}
