import { html } from 'lit';
import { api, Problem } from '../api.js';
import { valuesOf } from '../elements/field.js';
import { session } from '../session.js';
import { t } from '../texts.js';
import { Section } from './section.js';

/** Change of one's own password; it ends the session, which goes on with the new one. */
export class Password extends Section {
  send(event) {
    event.preventDefault();
    const form = event.currentTarget;
    const { present, wanted, repeated } = valuesOf(form);
    return this.run(async () => {
      if (wanted !== repeated) {
        throw new Problem(0, { detail: t.passwordDiffers });
      }
      await api.put('/api/platform/v1/me/password', { present, wanted }, { repeat: false });
      form.querySelectorAll('lia-field').forEach((field) => { field.value = ''; });
      await session.refresh();
    }, t.passwordChanged);
  }

  render() {
    return html`<h2>${t.changePassword}</h2>${this.refusal('present', 'wanted')}<form @submit=${(event) => this.send(event)} novalidate>
      <lia-field name="present" type="password" label=${t.presentPassword} autocomplete="current-password" .error=${this.wrong('present')}></lia-field>
      <lia-field name="wanted" type="password" label=${t.wantedPassword} hint=${t.passwordHint} autocomplete="new-password"
        .error=${this.wrong('wanted')}></lia-field>
      <lia-field name="repeated" type="password" label=${t.repeatedPassword} autocomplete="new-password"></lia-field>
      <button class="btn btn-primary" ?disabled=${this.busy}>${t.changePassword}</button></form>`;
  }
}

customElements.define('lia-account-password', Password);
