import { day, html, href, nothing, session, time } from 'liaison';
import { mark } from '../look.js';
import { Claims } from './claims.js';
import { names } from './people.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1/certificates';
const STATES = ['TO_PRINT', 'PRINTED', 'VALID', 'SUPERSEDED'];
const FILTERS = { hostCity: ['370100', '370200'], claim: ['MINE', 'FREE'] };

/** The print queue (待制证) and what has become of the certificates. */
export default class Certificates extends Claims {
  get heading() {
    return t.certificates;
  }

  help() {
    return html`<p>${t.certificatesHelp}</p>`;
  }

  get choices() {
    return FILTERS;
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

  mayTake(row) {
    return session.is('CLK') && row.state === 'TO_PRINT';
  }

  view() {
    return html`<nav aria-label=${t.steps}><ul class="lia-tabs">${STATES.map((state) => html`<li>
        <a href=${`${href(this.path())}?state=${state}`} aria-current=${state === this.step ? 'page' : nothing}>${t[`certificate${state}`]}</a></li>`)}</ul></nav>
      <section class="lia-sheet"><div class="lia-filters">${this.choose('hostCity', t.hostCity)}
        ${this.step === 'TO_PRINT' ? this.choose('claim', t.claimedBy) : nothing}</div>
      ${this.batch()}
      <lia-table .rows=${this.items} caption=${t.certificates} .empty=${t[`emptyCertificate${this.step}`] || t.emptyCertificates}
        ?more=${Boolean(this.next)} ?busy=${this.busy} @more=${() => this.more()} .columns=${[...this.picks(),
          { label: t.certificateState, kind: 'narrow', cell: (row) => mark(row.state) },
          { label: t.certificateNo, kind: 'narrow', cell: (row) => html`<a href=${href('registration/certificates', row.id)}>${row.number}</a>` },
          { label: t.officeName, kind: 'wide', cell: (row) => row.officeName },
          { label: t.claimedBy, kind: 'narrow', cell: (row) => this.holder(row) },
          { label: t.hostCity, kind: 'narrow', cell: (row) => row.hostCityLabel },
          { label: t.issueDate, kind: 'narrow', cell: (row) => day(row.issueDate) },
          { label: t.changedAt, kind: 'narrow', cell: (row) => time(row.updatedAt) },
          { label: t.doing, kind: 'narrow', cell: (row) => this.acts(row) },
        ]}></lia-table></section>`;
  }
}
