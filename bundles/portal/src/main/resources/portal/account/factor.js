import { html, nothing } from 'lit';
import { api } from '../api.js';
import { valuesOf } from '../elements/field.js';
import { session } from '../session.js';
import { t } from '../texts.js';
import { Section } from './section.js';
import '../elements/factor.js';

const BASE = '/api/platform/v1/me/second-factor';

/** One's own second factor. */
export class SecondFactor extends Section {
  enabled = null;

  /** Whether it was set up just now: its codes are shown. */
  made = false;

  async load() {
    this.enabled = (await api.get(BASE)).enabled;
  }

  drop(event) {
    event.preventDefault();
    const { code } = valuesOf(event.currentTarget);
    return this.run(async () => {
      await api.post(`${BASE}/removal`, { code }, { repeat: false });
      await session.refresh();
      await this.load();
    });
  }

  over() {
    return this.run(async () => {
      this.made = false;
      await session.refresh();
      await this.load();
    });
  }

  render() {
    return html`<h2>${t.factor}</h2>${this.refusal()}
      ${this.enabled === null ? nothing : html`<p><lia-state .kind=${this.enabled || this.made ? 'done' : 'waiting'}
        .text=${this.enabled || this.made ? t.factorOn : t.factorOff}></lia-state></p><p class="lia-hint">${t.factorNote}</p>
        ${this.enabled ? this.askToDrop() : html`<lia-factor @made=${() => { this.made = true; this.requestUpdate(); }} @over=${() => this.over()}></lia-factor>`}`}`;
  }

  askToDrop() {
    return html`<form @submit=${(event) => this.drop(event)} novalidate><p class="lia-hint">${t.factorDropNote}</p>
      <lia-field name="code" label=${t.code} hint=${t.codeHint} maxlength="32" autocomplete="one-time-code"></lia-field>
      <button class="btn btn-outline-danger" ?disabled=${this.busy}>${t.factorDrop}</button></form>`;
  }
}

customElements.define('lia-account-factor', SecondFactor);
