import { api, href, may, session } from 'liaison';
import { BASE } from './look.js';
import { t } from './texts.js';

const MOST = 50;

/** Requests for accounts that wait for the caller: to decide, or to carry out. */
export default async function duties() {
  const state = may('platform.account-request.carry-out') ? 'APPROVED' : 'REQUESTED';
  const { items } = await api.get(`${BASE}/account-requests`, { state, limit: MOST }, { repeat: false });
  return items
    .filter((request) => state === 'APPROVED' || (session.is(request.approver) && request.requestedBy !== session.me.account))
    .map((request) => ({
      text: (state === 'APPROVED' ? t.dutyCarryOut : t.dutyDecide)(request.name, t[request.role]),
      address: href('platform/account-requests', request.id),
    }));
}
