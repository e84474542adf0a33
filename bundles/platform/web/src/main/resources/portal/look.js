/** How accounts, roles and what was refused are shown on every page of the platform. */

import { announce, html, learnNames, nothing, Problem, scopeName } from 'liaison';
import { t } from './texts.js';

export const BASE = '/api/platform/v1';

const KINDS = {
  ACTIVE: 'done', LOCKED: 'attention', SUSPENDED: 'attention', CLOSED: 'refused', REQUESTED: 'waiting', APPROVED: 'running', DONE: 'done',
  REJECTED: 'refused', WITHDRAWN: 'waiting', OK: 'done', REFUSED: 'attention', FAILED: 'refused', WARN: 'attention', BAD: 'refused',
};

/** Codes as options of a field. @param any words of a first option that stands for none of them; left out = there is none */
export function options(codes, any) {
  return [...(any ? [{ value: '', label: any }] : []), ...codes.map((code) => ({ value: code, label: t[code] }))];
}

/** A state as a word with a mark. @param words what to say instead of the state's own word */
export function mark(state, words) {
  return html`<lia-state .kind=${KINDS[state]} .text=${words || t[state]}></lia-state>`;
}

const CITIES = { 370100: () => t.jinan, 370200: () => t.qingdao };

const SHORT = 8;

/** A role within its scope, as learnNames has got to know it: 填报员（某办事处）, or 填报员（机构 7）. @param brief whether a list has no room for a long id */
export function roleOf(role, scope, brief) {
  const [kind, id] = (scope || 'ALL').split(':');
  if (kind === 'ALL') {
    return t[role];
  }
  const city = kind === 'CITY' && CITIES[id];
  const shown = brief && id.length > SHORT ? `${id.slice(0, SHORT)}…` : id;
  return t.roleWithin(t[role], city ? city() : scopeName(scope) || `${t[kind] || kind} ${shown}`);
}

/** Asks for the names of scopes and draws a page again when they are there; till then their ids have to do. */
export function learn(page, scopes) {
  learnNames(scopes.filter(Boolean).map((scope) => ({ scope }))).then(() => page.requestUpdate()).catch(console.error);
}

/** An operation: its name, and below it that of the permission tables, to be copied. */
export function operationMark(name, operation) {
  return name === operation ? html`<code class="lia-code">${operation}</code>` : html`${name}<br><code class="lia-code">${operation}</code>`;
}

/** Does something on a page; what was refused is kept as its field refused. @param done what to say when it went well */
export async function run(page, work, done) {
  page.set({ busy: true, refused: null });
  try {
    await work();
    if (done) {
      announce(done);
    }
  } catch (refused) {
    if (!(refused instanceof Problem)) {
      console.error(refused);
    }
    page.set({ refused: refused instanceof Problem ? refused : new Problem(0, { detail: t.failed }) });
  }
  page.set({ busy: false });
}

/** What was refused on a page, as far as it stands beside no field. @param fields paths that show their own */
export function refusal(page, ...fields) {
  const { refused } = page;
  const loose = refused ? refused.violations.filter((each) => !fields.includes(each.path)) : [];
  return refused && (refused.violations.length === 0 || loose.length > 0) ? html`<div class="lia-problem" role="alert"><p>${refused.message}</p>
    ${loose.length === 0 ? nothing : html`<ul>${loose.map((each) => html`<li>${each.message}</li>`)}</ul>`}</div>` : nothing;
}

/** What is wrong with a field of a page. */
export function wrong(page, path) {
  return page.refused ? page.refused.of(path) : '';
}

/** A secret that is shown this once. */
export function secret(words, value) {
  return value ? html`<div class="lia-note" role="status"><p>${words}</p><p class="lia-secret">${value}</p></div>` : nothing;
}
