import { api, day, html, may, nothing, Page, time, valuesOf } from 'liaison';
import { BASE, mark, refusal, run, secret, wrong } from './look.js';
import { t } from './texts.js';

const SCOPES = ['OFFICE_READ', 'CERTIFICATE_VERIFY', 'APPLICATION_PUSH', 'CHANGES_POLL', 'REPORT_PUSH'];
const FIELDS = ['account', 'name', 'owner', 'scopes', 'addresses', 'until'];

/** Accounts of programs of the old systems (旧系统账户). */
export default class LegacyAccounts extends Page {
  items = [];

  issued = null;

  busy = false;

  refused = null;

  get heading() {
    return t.legacy;
  }

  help() {
    return html`<p>${t.legacyHelp}</p>`;
  }

  async load() {
    this.items = (await api.get(`${BASE}/legacy-accounts`)).items;
  }

  create(event) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = valuesOf(form);
    return run(this, async () => {
      const issued = await api.post(`${BASE}/legacy-accounts`, {
        account: values.account,
        name: values.name,
        owner: values.owner,
        scopes: SCOPES.filter((scope) => values[scope]),
        addresses: values.addresses.split(/[\s,;]+/).filter(Boolean),
        until: values.until || null,
        digest: Boolean(values.digest),
      }, { repeat: false });
      await this.reload();
      this.set({ issued });
    }, t.done);
  }

  change(account, step) {
    return run(this, async () => {
      const issued = await api.post(`${BASE}/legacy-accounts/${encodeURIComponent(account)}/${step}`, undefined, { repeat: false });
      await this.reload();
      this.set({ issued });
    }, t.done);
  }

  view() {
    return html`${refusal(this, ...FIELDS)}${secret(this.issued ? t.secretOnce(this.issued.account) : '', this.issued && this.issued.secret)}
      <section class="lia-sheet"><lia-table .rows=${this.items} .key=${(row) => row.account} caption=${t.legacy} .empty=${t.legacyNone} .columns=${[
        { label: t.state, kind: 'narrow', cell: (row) => mark(row.state) },
        { label: t.account, kind: 'narrow', cell: (row) => row.account },
        { label: t.system, kind: 'wide', cell: (row) => row.name },
        { label: t.owner, kind: 'narrow', cell: (row) => row.owner },
        { label: t.apiScopes, kind: 'wide', cell: (row) => row.scopes.map((scope) => t[scope]).join(t.comma) },
        { label: t.addresses, cell: (row) => row.addresses.join(' ') },
        { label: t.until, kind: 'narrow', cell: (row) => day(row.until) },
        { label: t.usedAt, kind: 'narrow', cell: (row) => (row.usedAt ? time(row.usedAt) : t.never) },
        { label: t.operation, kind: 'narrow', cell: (row) => (row.state === 'CLOSED' ? nothing : html`<span class="lia-bar">
          ${may('platform.legacy.secret') ? html`<button type="button" class="btn btn-link" ?disabled=${this.busy}
            @click=${() => this.change(row.account, 'secret')}>${t.newSecret}</button>` : nothing}
          ${may('platform.legacy.end') ? html`<button type="button" class="btn btn-link lia-danger" ?disabled=${this.busy}
            @click=${() => this.change(row.account, 'end')}>${t.endForGood}</button>` : nothing}</span>`) },
      ]}></lia-table></section>
      ${may('platform.legacy.create') ? this.form() : nothing}`;
  }

  form() {
    return html`<section class="lia-sheet"><h2>${t.legacyNew}</h2><form class="lia-prose" novalidate @submit=${(event) => this.create(event)}>
      <lia-field name="account" label=${t.account} hint=${t.accountHint} required maxlength="50" .error=${wrong(this, 'account')}></lia-field>
      <lia-field name="name" label=${t.system} required maxlength="100" .error=${wrong(this, 'name')}></lia-field>
      <lia-field name="owner" label=${t.owner} hint=${t.ownerHint} required maxlength="50" .error=${wrong(this, 'owner')}></lia-field>
      <fieldset class="lia-field"><legend class="lia-label">${t.apiScopes}<span class="lia-must">${t.must}</span></legend>
        ${SCOPES.map((scope) => html`<lia-field name=${scope} type="checkbox" label=${t[scope]}></lia-field>`)}
        ${wrong(this, 'scopes') ? html`<p class="lia-wrong">${wrong(this, 'scopes')}</p>` : nothing}</fieldset>
      <lia-field name="addresses" label=${t.addresses} hint=${t.addressesHint} required .error=${wrong(this, 'addresses')}></lia-field>
      <lia-field name="until" type="date" label=${t.lastDay} required .error=${wrong(this, 'until')}></lia-field>
      <lia-field name="digest" type="checkbox" label=${t.digest}></lia-field>
      <button class="btn btn-primary" ?disabled=${this.busy}>${t.create}</button></form></section>`;
  }
}
