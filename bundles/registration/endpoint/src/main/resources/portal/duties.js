import { api, href, may, session } from 'liaison';
import { light } from './look.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1';
const MOST = 50;

/** What waits in each role's queue of the Bureau, and what an office has to go on with. */
const QUEUES = { CLK: ['SUBMITTED', 'ACCEPTED'], REV: ['REVIEWING'], LDR: ['PENDING_APPROVAL'] };
const OWN = ['RETURNED', 'DRAFT'];
const ENDED = ['DENIED', 'NOT_ACCEPTED', 'WITHDRAWN', 'LAPSED'];

function words(row) {
  if (row.state === 'RETURNED') {
    return t.dutyReturned(row.officeName);
  }
  return row.state === 'DRAFT' ? t.dutyDraft(row.officeName) : t.dutyAct(row.officeName, t[row.state]);
}

const read = (path, values) => api.get(`${BASE}/${path}`, { limit: MOST, ...values }, { repeat: false });

const duty = (row) => ({
  text: words(row),
  address: href('registration/applications', row.id),
  dueOn: row.light && row.light.dueOn,
  light: light(row.light),
});

/** What an office has to begin, to go on with and to collect. */
async function ofOffice() {
  const [offices, applications, certificates] = await Promise.all([
    read('offices', { status: 'UNREGISTERED' }), read('applications'),
    may('registration.certificate.read') ? read('certificates', { state: 'PRINTED' }) : { items: [] },
  ]);
  const live = applications.items.filter((row) => !ENDED.includes(row.state));
  return [
    ...live.filter((row) => OWN.includes(row.state)).map(duty),
    ...offices.items.filter((office) => live.every((row) => row.officeId !== office.id))
      .map((office) => ({ text: t.dutyBegin(office.name), address: href('registration/filing') })),
    ...certificates.items.map((row) => ({ text: t.dutyCollect(row.officeName, row.number), address: href('registration/certificates') })),
  ];
}

/** What waits for the caller, for the start page: filings in the steps of the acting role. */
export default async function duties() {
  if (session.is('FIL', 'HED')) {
    return ofOffice();
  }
  const states = QUEUES[session.me.acting.role] || [];
  const pages = await Promise.all(states.map((state) => read('applications', { state })));
  return pages.flatMap((page) => page.items).map(duty);
}
