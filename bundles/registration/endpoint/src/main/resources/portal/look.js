/** How states and clocks of the filing are shown on every page. */

import { daysUntil, html, nothing, site } from 'liaison';
import { t } from './texts.js';

const KINDS = {
  DRAFT: 'waiting', SUBMITTED: 'waiting', RETURNED: 'attention', NOT_ACCEPTED: 'refused', ACCEPTED: 'running', REVIEWING: 'running',
  ONSITE: 'running', PENDING_APPROVAL: 'running', APPROVED: 'done', DENIED: 'refused', WITHDRAWN: 'waiting', LAPSED: 'refused',
  UNREGISTERED: 'waiting', REGISTERED: 'done', TO_PRINT: 'waiting', PRINTED: 'running', VALID: 'done', SUPERSEDED: 'refused',
};
const COLOURS = { GREEN: 'intime', YELLOW: 'attention', RED: 'refused', OVERDUE: 'refused' };

/** A state of a filing, an office or a certificate as a word with a mark. */
export function mark(state) {
  return html`<lia-state .kind=${KINDS[state]} .text=${t[state]}></lia-state>`;
}

/** The Bureau's clock: how it stands, for lia-state; null = none runs. */
export function light(clock) {
  if (!clock) {
    return null;
  }
  const days = daysUntil(clock.dueOn, site.now());
  return { kind: COLOURS[clock.colour], text: days < 0 ? t.late(-days) : days === 0 ? t.lastDay : t.left(days) };
}

export function lightMark(clock) {
  const shown = light(clock);
  return shown ? html`<lia-state .kind=${shown.kind} .text=${shown.text}></lia-state>` : nothing;
}
