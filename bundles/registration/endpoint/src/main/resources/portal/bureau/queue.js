import { api, html, href, nothing, session, time } from 'liaison';
import { lightMark, mark } from '../look.js';
import { Claims } from './claims.js';
import { names } from './people.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1/applications';
const STEPS = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'REVIEWING', 'ONSITE', 'PENDING_APPROVAL', 'APPROVED'];
const CLOSED = ['DENIED', 'NOT_ACCEPTED', 'WITHDRAWN', 'LAPSED'];
const FIRST = { CLK: 'SUBMITTED', REV: 'REVIEWING', LDR: 'PENDING_APPROVAL', INS: 'ONSITE' };
const ALL = 'ALL';
const FILTERS = {
  hostCity: ['370100', '370200'], claim: ['MINE', 'FREE'], clock: ['INTAKE', 'DECISION', 'HANDOVER'], light: ['YELLOW', 'RED', 'OVERDUE'],
};

/** The Bureau's work (待办) by step: how many, how late, who has it. */
export default class Queue extends Claims {
  counts = new Map();

  get heading() {
    return t.queue;
  }

  help() {
    return html`<p>${t.queueHelp}</p>`;
  }

  get choices() {
    return FILTERS;
  }

  source() {
    return BASE;
  }

  path() {
    return 'registration/applications';
  }

  get step() {
    return this.query.state || FIRST[session.me.acting.role] || ALL;
  }

  filters() {
    return { ...this.narrowed(), state: this.step === ALL ? undefined : this.step };
  }

  narrowed() {
    const { hostCity, claim, clock, light, lightTo } = this.query;
    return { hostCity, claim, clock, light, lightTo };
  }

  async load() {
    const [, counted, known] = await Promise.all([super.load(), api.get(`${BASE}/counts`, this.narrowed()), names()]);
    this.counts = new Map(counted.items.map((each) => [each.state, each.count]));
    this.names = known;
  }

  count(state) {
    return state === ALL ? Array.from(this.counts.values()).reduce((sum, each) => sum + each, 0) : this.counts.get(state) || 0;
  }

  tab(state, text) {
    const shown = state === this.step || (state === ALL && CLOSED.includes(this.step));
    return html`<li><a href=${`${href(this.path())}?${new URLSearchParams(Object.entries({ ...this.narrowed(), state }).filter(([, value]) => value))}`}
      aria-current=${shown ? 'page' : nothing}>${text} ${this.count(state)}</a></li>`;
  }

  chip(name) {
    const value = this.query[name];
    const text = this.word(name, value);
    return value ? html`<button type="button" class="btn btn-outline-secondary" aria-label=${t.removeFilter(text)}
      @click=${() => this.filter(this.narrowed(name, ''))}>${text} ✕</button>` : nothing;
  }

  /** A step of the filing is said with a body, be it an empty one. */
  get said() {
    return {};
  }

  mayTake(row) {
    const queue = { CLK: ['SUBMITTED', 'ACCEPTED'], REV: ['REVIEWING'], LDR: ['PENDING_APPROVAL'] }[session.me.acting.role] || [];
    return queue.includes(row.state);
  }

  view() {
    const all = this.step === ALL || CLOSED.includes(this.step);
    return html`<nav aria-label=${t.steps}><ul class="lia-tabs">${STEPS.map((state) => this.tab(state, t[`state${state}`]))}${this.tab(ALL, t.all)}</ul></nav>
      <section class="lia-sheet"><div class="lia-filters">
        ${all ? html`<lia-field type="select" label=${t.closedAs} .value=${CLOSED.includes(this.step) ? this.step : ALL} .options=${[
          { value: ALL, label: t.any }, ...CLOSED.map((state) => ({ value: state, label: `${t[`state${state}`]} ${this.count(state)}` }))]}
          @change=${(event) => this.filter({ state: event.currentTarget.value })}></lia-field>` : nothing}
        ${this.choose('hostCity', t.hostCity)}${this.choose('claim', t.claimedBy)}${this.choose('clock', t.clockKind)}${this.choose('light', t.limit)}</div>
      ${Object.keys(FILTERS).some((name) => this.query[name]) ? html`<p class="lia-bar">${Object.keys(FILTERS).map((name) => this.chip(name))}</p>` : nothing}
      ${this.batch()}
      <lia-table .rows=${this.items} caption=${t.queue} .empty=${t[`empty${this.step}`] || t.emptyQueue} ?more=${Boolean(this.next)} ?busy=${this.busy}
        @more=${() => this.more()} .columns=${[...this.picks(),
          { label: t.limit, kind: 'narrow', cell: (row) => lightMark(row.light) },
          { label: t.applicationNo, kind: 'narrow', cell: (row) => html`<a href=${href('registration/applications', row.id)}>${row.no}</a>` },
          { label: t.officeName, kind: 'wide', cell: (row) => row.officeName },
          { label: t.state, kind: 'narrow', cell: (row) => html`${mark(row.state)}${row.proposal ? html`<div class="lia-hint">${t.waits(t[`do${row.proposal}`] || row.proposalLabel)}</div>` : nothing}` },
          { label: t.claimedBy, kind: 'narrow', cell: (row) => this.holder(row) },
          { label: t.hostCity, kind: 'narrow', cell: (row) => row.hostCityLabel },
          { label: t.submittedAt, kind: 'narrow', cell: (row) => time(row.submittedFirstAt) },
          { label: t.doing, kind: 'narrow', cell: (row) => this.acts(row) },
        ]}></lia-table></section>`;
  }
}
