import { api, href } from 'liaison';

const MOST = 20;

/** Offices under a number or a part of a name. */
export default async function search(q) {
  const { items } = await api.get('/api/registration/v1/offices', { q, limit: MOST });
  return items.map((office) => ({
    text: office.name,
    address: href('registration/offices', office.id),
    about: [office.dispatcherName, office.hostCityLabel, office.registrationNo, office.statusLabel].filter(Boolean).join('　'),
  }));
}
