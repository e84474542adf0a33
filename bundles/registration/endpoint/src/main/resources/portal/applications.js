import { html, href, List, session, time } from 'liaison';
import { lightMark, mark } from './look.js';
import { t } from './texts.js';

const STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'REVIEWING', 'ONSITE', 'PENDING_APPROVAL', 'APPROVED', 'DENIED',
  'NOT_ACCEPTED', 'WITHDRAWN', 'LAPSED'];

/** Filing applications (备案申请): for an office its own; the Bureau has its work list instead. */
export default class Applications extends List {
  get heading() {
    return session.is('FIL', 'HED') ? t.ownFilings : t.applications;
  }

  source() {
    return '/api/registration/v1/applications';
  }

  path() {
    return 'registration/applications';
  }

  /** Figures lead here with a step of the Bureau's lists, where every step is one, too. */
  filters() {
    return { ...this.query, state: this.query.state === 'ALL' ? undefined : this.query.state };
  }

  help() {
    return html`<p>${t.applicationsHelp}</p>`;
  }

  view() {
    const own = session.is('FIL', 'HED');
    return html`<section class="lia-sheet"><div class="lia-filters">
        <lia-field type="select" label=${t.state} .value=${this.query.state || ''} @change=${(event) => this.filter({ state: event.currentTarget.value })}
          .options=${[{ value: '', label: t.anyState }, ...STATES.map((state) => ({ value: state, label: t[state] }))]}></lia-field>
        ${['hostCity', 'clock', 'light'].some((name) => this.query[name])
          ? html`<a class="btn btn-outline-secondary" href=${href(this.path())}>${t.reset}</a>` : ''}</div>
      <lia-table .rows=${this.items} caption=${this.heading} .empty=${own ? t.ownFilingsNone : t.applicationsNone} ?more=${Boolean(this.next)} ?busy=${this.busy}
        @more=${() => this.more()} .columns=${[
          { label: t.limitOf, kind: 'narrow', cell: (row) => lightMark(row.light) },
          { label: t.applicationNo, kind: 'narrow', cell: (row) => html`<a href=${href('registration/applications', row.id)}>${row.no || t.noNumber}</a>` },
          { label: t.office, kind: 'wide', cell: (row) => row.officeName },
          { label: t.state, kind: 'narrow', cell: (row) => mark(row.state) },
          ...(own ? [] : [{ label: t.claimedBy, kind: 'narrow', cell: (row) => row.claimedBy }, { label: t.hostCity, kind: 'narrow', cell: (row) => row.hostCityLabel }]),
          { label: t.changedAt, kind: 'narrow', cell: (row) => time(row.updatedAt) },
        ]}></lia-table></section>`;
  }
}
