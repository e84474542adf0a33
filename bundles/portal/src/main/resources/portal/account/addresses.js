import { html } from 'lit';
import { api } from '../api.js';
import { valuesOf } from '../elements/field.js';
import { t } from '../texts.js';
import { Section } from './section.js';

const BASE = '/api/platform/v1/me/addresses';

/** Where one wants to be told besides the inbox. */
export class Addresses extends Section {
  stored = null;

  async load() {
    this.stored = await api.get(BASE);
  }

  send(event) {
    event.preventDefault();
    const { email, mobile } = valuesOf(event.currentTarget);
    return this.run(async () => {
      const body = { email: email.trim() || undefined, mobile: mobile.trim() || undefined };
      this.stored = await api.put(BASE, body, { version: this.stored.version });
    }, t.saved);
  }

  render() {
    const stored = this.stored || {};
    return html`<h2>${t.addresses}</h2><p class="lia-hint">${t.addressesNote}</p>${this.refusal('email', 'mobile')}
      <form @submit=${(event) => this.send(event)} novalidate>
      <lia-field name="email" label=${t.email} inputmode="email" autocomplete="email" .value=${stored.email || ''} .error=${this.wrong('email')}></lia-field>
      <lia-field name="mobile" label=${t.mobile} inputmode="numeric" autocomplete="tel-national" maxlength="11" .value=${stored.mobile || ''}
        .error=${this.wrong('mobile')}></lia-field>
      <button class="btn btn-primary" ?disabled=${this.busy || !this.stored}>${t.save}</button></form>`;
  }
}

customElements.define('lia-account-addresses', Addresses);
