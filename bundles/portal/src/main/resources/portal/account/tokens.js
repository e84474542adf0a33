import { html, nothing } from 'lit';
import { api } from '../api.js';
import { valuesOf } from '../elements/field.js';
import { day, time } from '../format.js';
import { roleOf } from '../roles.js';
import { session } from '../session.js';
import { t } from '../texts.js';
import { Section } from './section.js';

const BASE = '/api/platform/v1/me/tokens';

/** Tokens for programs of one's own. */
export class Tokens extends Section {
  items = [];

  made = null;

  async load() {
    this.items = (await api.get(BASE)).items;
  }

  make(event) {
    event.preventDefault();
    const form = event.currentTarget;
    const { name, acting, readOnly, until } = valuesOf(form);
    return this.run(async () => {
      const answer = await api.post(BASE, { name, acting: acting || undefined, readOnly: Boolean(readOnly), until: until || undefined }, { repeat: false });
      this.made = answer.token;
      await this.load();
    });
  }

  revoke(id) {
    return this.run(async () => {
      await api.delete(`${BASE}/${id}`, { repeat: false });
      this.made = null;
      await this.load();
    }, t.tokenRevoked);
  }

  render() {
    const { bindings } = session.me;
    return html`<h2>${t.tokens}</h2><p class="lia-hint">${t.tokensNote}</p>${this.refusal('name', 'until', 'acting')}
      ${this.made ? html`<div class="lia-note" role="status"><p>${t.tokenMade}</p><p class="lia-secret">${this.made}</p></div>` : nothing}
      <lia-table .rows=${this.items} caption=${t.tokens} .empty=${t.tokensNone} .columns=${[
        { label: t.tokenName, kind: 'wide', cell: (row) => row.name },
        { label: t.tokenActing, cell: (row) => this.actingOf(row) },
        { label: t.tokenReadOnly, kind: 'narrow', cell: (row) => (row.readOnly ? t.yes : t.no) },
        { label: t.tokenUntil, kind: 'narrow', cell: (row) => day(row.until) },
        { label: t.tokenUsed, kind: 'narrow', cell: (row) => (row.usedAt ? time(row.usedAt) : t.never) },
        { label: t.operation, kind: 'narrow', cell: (row) => html`<button type="button" class="btn btn-link lia-danger"
          ?disabled=${this.busy} @click=${() => this.revoke(row.id)}>${t.tokenRevoke}</button>` },
      ]}></lia-table>
      <form class="lia-line" @submit=${(event) => this.make(event)} novalidate>
        <lia-field name="name" label=${t.tokenName} maxlength="60" .error=${this.wrong('name')}></lia-field>
        <lia-field name="acting" type="select" label=${t.tokenActing} .value=${session.me.acting ? session.me.acting.acting : ''}
          .options=${bindings.map((binding) => ({ value: binding.acting, label: roleOf(binding) }))}></lia-field>
        <lia-field name="until" type="date" label=${t.tokenUntil} .error=${this.wrong('until')}></lia-field>
        <lia-field name="readOnly" type="checkbox" label=${t.tokenReadOnly}></lia-field>
        <button class="btn btn-primary" ?disabled=${this.busy}>${t.tokenNew}</button></form>`;
  }

  actingOf(row) {
    const binding = session.me.bindings.find((each) => each.acting === row.acting);
    return binding ? roleOf(binding) : row.acting;
  }
}

customElements.define('lia-account-tokens', Tokens);
