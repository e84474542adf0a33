import { api, href, query } from 'liaison';
import { t } from './texts.js';

const BASE = '/api/registration/v1/applications/counts';
const OPEN = ['SUBMITTED', 'ACCEPTED', 'REVIEWING', 'ONSITE', 'PENDING_APPROVAL'];

const sum = (answer) => answer.items.filter((each) => OPEN.includes(each.state)).reduce((total, each) => total + each.count, 0);
const all = (answer) => answer.items.reduce((total, each) => total + each.count, 0);

/** How much work there is and how late it is, each number with its list. */
export default async function tiles() {
  const [any, mine, late, red] = await Promise.all([{}, { claim: 'MINE' }, { light: 'OVERDUE' }, { light: 'RED' }].map((filter) => api.get(BASE, filter)));
  const list = (filter) => href('registration/applications') + query({ state: 'ALL', ...filter });
  return [
    { label: t.tileOpen, figure: sum(any), note: t.tileOpenNote, address: list({}) },
    { label: t.tileMine, figure: sum(mine), note: t.tileMineNote, address: list({ claim: 'MINE' }) },
    { label: t.tileRed, figure: all(red), note: t.tileRedNote, address: list({ light: 'RED' }) },
    { label: t.tileLate, figure: all(late), note: t.tileLateNote, address: list({ light: 'OVERDUE' }) },
  ];
}
