/** A whole identity number, asked for with a reason that is kept; the number itself is kept nowhere. */

import { api, html, may, nothing } from 'liaison';
import { t } from './texts.js';

/** What the page remembers of it: one number at a time. */
export class Identity {
  /** Path of the number that is asked for; null = none. */
  path = null;

  number = '';

  problem = null;

  busy = false;

  /** @param draw draws the page @param address of the application */
  constructor(draw, address) {
    this.draw = draw;
    this.address = address;
  }

  set(values) {
    Object.assign(this, values);
    this.draw();
  }

  close() {
    this.set({ path: null, number: '' });
  }

  async ask(event) {
    const place = event.currentTarget.closest('.lia-identity');
    const reason = place.querySelector('lia-field').value.trim();
    if (this.busy) {
      return;
    }
    this.set({ busy: true, problem: null });
    try {
      const { idNumber } = await api.post(`${this.address()}/identity-number-views`, { path: this.path, reason: reason || undefined });
      this.set({ number: idNumber });
    } catch (problem) {
      this.set({ problem });
      place.querySelector('lia-field').focus();
    }
    this.set({ busy: false });
  }

  /** Below a masked number. @param masked as the page has it */
  view(path, masked) {
    if (!String(masked || '').includes('*') || !may('registration.identity.view')) {
      return nothing;
    }
    if (this.path !== path) {
      return html`<p><button type="button" class="btn btn-link" @click=${() => this.set({ path, number: '', problem: null })}>${t.identityShow}</button></p>`;
    }
    const close = html`<button type="button" class="btn btn-outline-secondary" @click=${() => this.close()}>${t.close}</button>`;
    return html`<div class="lia-note lia-identity">${this.number
      ? html`<p role="status">${t.identityNumber}<strong>${this.number}</strong></p><p class="lia-bar">${close}</p>`
      : html`<lia-field label=${t.identityReason} required maxlength="200" .hint=${t.identityHint}
          .error=${this.problem ? this.problem.of('reason') || this.problem.message : ''}></lia-field>
        <p class="lia-bar"><button type="button" class="btn btn-outline-secondary" ?disabled=${this.busy} @click=${(event) => this.ask(event)}>${t.identityAsk}</button>${close}</p>`}</div>`;
  }
}
