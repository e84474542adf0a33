import { html, href, List, may, nothing, time } from 'liaison';
import { BASE, mark, options, roleOf } from './look.js';
import { t } from './texts.js';

const STATES = ['REQUESTED', 'APPROVED', 'DONE', 'REJECTED', 'WITHDRAWN'];

/** Requests for accounts and roles (账户申请). */
export default class Requests extends List {
  get heading() {
    return t.requests;
  }

  source() {
    return `${BASE}/account-requests`;
  }

  path() {
    return 'platform/account-requests';
  }

  help() {
    return html`<p>${t.requestsHelp}</p>`;
  }

  view() {
    return html`<section class="lia-sheet"><div class="lia-filters">
        <lia-field type="select" label=${t.state} .value=${this.query.state || ''} .options=${options(STATES, t.any)}
          @change=${(event) => this.filter({ state: event.currentTarget.value })}></lia-field>
        ${may('platform.account-request.request') ? html`<a class="btn btn-primary" href=${href('platform/account-requests/new')}>${t.requestNew}</a>`
          : nothing}</div>
      <lia-table .rows=${this.items} caption=${t.requests} .empty=${t.requestsNone} ?more=${Boolean(this.next)} ?busy=${this.busy}
        @more=${() => this.more()} .columns=${[
          { label: t.state, kind: 'narrow', cell: (row) => mark(row.state) },
          { label: t.account, kind: 'narrow', cell: (row) => html`<a href=${href('platform/account-requests', row.id)}>${row.account}</a>` },
          { label: t.name, kind: 'narrow', cell: (row) => row.name },
          { label: t.role, kind: 'wide', cell: (row) => roleOf(row.role, row.scope) },
          { label: t.requestedBy, kind: 'narrow', cell: (row) => row.requestedBy },
          { label: t.requestedAt, kind: 'narrow', cell: (row) => time(row.requestedAt) },
          { label: t.approver, kind: 'narrow', cell: (row) => t[row.approver] },
        ]}></lia-table></section>`;
  }
}
