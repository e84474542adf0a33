import { html, href, List } from 'liaison';
import { BASE, learn, mark, options, roleOf } from './look.js';
import { t } from './texts.js';

const STATES = ['ACTIVE', 'LOCKED', 'SUSPENDED', 'CLOSED'];
export const ROLES = ['CLK', 'REV', 'LDR', 'PSU', 'INS', 'FIL', 'HED', 'DGV', 'OPS', 'SEC', 'AUD'];

/** Accounts (账户); for an office or a dispatcher its own. */
export default class Accounts extends List {
  get heading() {
    return t.accounts;
  }

  source() {
    return `${BASE}/accounts`;
  }

  path() {
    return 'platform/accounts';
  }

  help() {
    return html`<p>${t.accountsHelp}</p>`;
  }

  async load() {
    await super.load();
    this.learn();
  }

  async more() {
    await super.more();
    this.learn();
  }

  learn() {
    learn(this, this.items.flatMap((row) => row.roles.map((held) => held.scope)));
  }

  view() {
    return html`<section class="lia-sheet"><div class="lia-filters">
        <lia-field type="select" label=${t.state} .value=${this.query.state || ''} .options=${options(STATES, t.any)}
          @change=${(event) => this.filter({ state: event.currentTarget.value })}></lia-field>
        <lia-field type="select" label=${t.role} .value=${this.query.role || ''} .options=${options(ROLES, t.any)}
          @change=${(event) => this.filter({ role: event.currentTarget.value })}></lia-field></div>
      <lia-table .rows=${this.items} .key=${(row) => row.account} caption=${t.accounts} .empty=${t.accountsNone} ?more=${Boolean(this.next)}
        ?busy=${this.busy} @more=${() => this.more()} .columns=${[
          { label: t.state, kind: 'narrow', cell: (row) => mark(row.state) },
          { label: t.account, kind: 'narrow', cell: (row) => html`<a href=${href('platform/accounts', row.account)}>${row.account}</a>` },
          { label: t.name, kind: 'narrow', cell: (row) => row.name },
          { label: t.roles, kind: 'wide', cell: (row) => row.roles.map((held) => roleOf(held.role, held.scope, true)).join(t.comma) },
        ]}></lia-table></section>`;
  }
}
