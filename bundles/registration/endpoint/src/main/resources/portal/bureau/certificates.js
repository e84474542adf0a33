import { announce, api, day, html, href, nothing, session, time } from 'liaison';
import { mark } from '../look.js';
import { List } from '../lists.js';
import { nameOf, names } from './people.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1/certificates';
const STATES = ['TO_PRINT', 'PRINTED', 'VALID', 'SUPERSEDED'];
const FILTERS = { hostCity: ['370100', '370200'], claim: ['MINE', 'FREE'] };

/** The print queue (待制证) and what has become of the certificates. */
export default class Certificates extends List {
  names = new Map();

  refusal = '';

  get heading() {
    return t.certificates;
  }

  help() {
    return html`<p>${t.certificatesHelp}</p>`;
  }

  source() {
    return BASE;
  }

  path() {
    return 'registration/certificates';
  }

  get step() {
    return this.query.state || (this.query.officeId ? '' : STATES[0]);
  }

  filters() {
    return { ...this.query, state: this.step };
  }

  async load() {
    const [, known] = await Promise.all([super.load(), names()]);
    this.names = known;
  }

  async pass(row, path, said) {
    if (this.busy) {
      return;
    }
    this.set({ busy: true, refusal: '' });
    try {
      const changed = await api.post(`${BASE}/${row.id}/${path}`, undefined, { version: row.version });
      this.items = this.items.map((each) => (each.id === row.id ? { ...each, claimedBy: changed.claimedBy, version: changed.version } : each));
      announce(said);
    } catch (problem) {
      await this.load().catch(() => {});
      this.refusal = t.rowRefused(row.officeName, problem.code === 'STALE' ? t.rowChanged : problem.message);
    }
    this.set({ busy: false });
  }

  choose(name, label) {
    return html`<lia-field type="select" label=${label} .value=${this.query[name] || ''} .options=${[{ value: '', label: t.any },
      ...FILTERS[name].map((value) => ({ value, label: t[`filter${value}`] }))]}
      @change=${(event) => this.filter({ [name]: event.currentTarget.value })}></lia-field>`;
  }

  acts(row) {
    if (!session.is('CLK') || row.state !== 'TO_PRINT') {
      return nothing;
    }
    if (!row.claimedBy) {
      return html`<button type="button" class="btn btn-link" ?disabled=${this.busy} aria-label=${t.claimOf(row.officeName)}
        @click=${() => this.pass(row, 'claim', t.didCLAIM)}>${t.claim}</button>`;
    }
    return row.claimedBy === session.me.account ? html`<button type="button" class="btn btn-link" ?disabled=${this.busy}
      aria-label=${t.releaseOf(row.officeName)} @click=${() => this.pass(row, 'release', t.didRELEASE)}>${t.release}</button>` : nothing;
  }

  view() {
    return html`<nav aria-label=${t.steps}><ul class="lia-tabs">${STATES.map((state) => html`<li>
        <a href=${`${href(this.path())}?state=${state}`} aria-current=${state === this.step ? 'page' : nothing}>${t[`certificate${state}`]}</a></li>`)}</ul></nav>
      <section class="lia-sheet"><div class="lia-filters">${this.choose('hostCity', t.hostCity)}
        ${this.step === 'TO_PRINT' ? this.choose('claim', t.claimedBy) : nothing}</div>
      ${this.refusal ? html`<div class="lia-problem" role="alert"><p>${this.refusal}</p></div>` : nothing}
      <lia-table .rows=${this.items} caption=${t.certificates} .empty=${t[`emptyCertificate${this.step}`] || t.emptyCertificates}
        ?more=${Boolean(this.next)} ?busy=${this.busy} @more=${() => this.more()} .columns=${[
          { label: t.state, kind: 'narrow', cell: (row) => mark(row.state) },
          { label: t.certificateNo, kind: 'narrow', cell: (row) => html`<a href=${href('registration/certificates', row.id)}>${row.number}</a>` },
          { label: t.officeName, kind: 'wide', cell: (row) => row.officeName },
          { label: t.claimedBy, kind: 'narrow', cell: (row) => (row.claimedBy === session.me.account ? t.me : nameOf(this.names, row.claimedBy)) },
          { label: t.hostCity, kind: 'narrow', cell: (row) => row.hostCityLabel },
          { label: t.issueDate, kind: 'narrow', cell: (row) => day(row.issueDate) },
          { label: t.changedAt, kind: 'narrow', cell: (row) => time(row.updatedAt) },
          { label: t.doing, kind: 'narrow', cell: (row) => this.acts(row) },
        ]}></lia-table></section>`;
  }
}
