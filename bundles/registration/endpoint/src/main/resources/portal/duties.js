import { api, href, session } from 'liaison';
import { light } from './look.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1/applications';
const MOST = 50;

/** What waits in each role's queue. */
const QUEUES = {
  CLK: ['SUBMITTED', 'ACCEPTED'], REV: ['REVIEWING'], LDR: ['PENDING_APPROVAL'], FIL: ['RETURNED', 'DRAFT'], HED: ['RETURNED', 'DRAFT'],
};

function words(row) {
  if (row.state === 'RETURNED') {
    return t.dutyReturned(row.officeName);
  }
  return row.state === 'DRAFT' ? t.dutyDraft(row.officeName) : t.dutyAct(row.officeName, t[row.state]);
}

/** What waits for the caller, for the start page: filings in the steps of the acting role. */
export default async function duties() {
  const states = QUEUES[session.me.acting.role] || [];
  const pages = await Promise.all(states.map((state) => api.get(BASE, { state, limit: MOST }, { repeat: false })));
  return pages.flatMap((page) => page.items).map((row) => ({
    text: words(row),
    address: href('registration/applications', row.id),
    dueOn: row.light && row.light.dueOn,
    light: light(row.light),
  }));
}
