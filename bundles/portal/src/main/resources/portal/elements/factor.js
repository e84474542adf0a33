import { html, nothing } from 'lit';
import { api, Problem } from '../api.js';
import { Element } from '../page.js';
import { t } from '../texts.js';
import { valuesOf } from './field.js';

const BASE = '/api/platform/v1/me/second-factor';

/** <lia-factor>: sets the second factor up in two steps. Tells 'made' when it is set up, 'over' when its codes are kept: all sessions have ended. */
export class Factor extends Element {
  static properties = { enrolment: { state: true }, codes: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.enrolment = null;
    this.codes = null;
    this.problem = null;
    this.busy = false;
  }

  async run(work) {
    this.busy = true;
    this.problem = null;
    try {
      await work();
    } catch (refused) {
      this.problem = refused instanceof Problem ? refused : new Problem(0, { detail: t.problemPage });
    }
    this.busy = false;
  }

  begin() {
    return this.run(async () => {
      this.enrolment = await api.post(BASE, undefined, { repeat: false });
    });
  }

  confirm(event) {
    event.preventDefault();
    const { code } = valuesOf(this);
    return this.run(async () => {
      const answer = await api.post(`${BASE}/confirmation`, { code }, { repeat: false });
      this.codes = answer.recoveryCodes;
      this.dispatchEvent(new Event('made'));
    });
  }

  render() {
    return html`${this.problem ? html`<div class="lia-problem" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      ${this.codes ? this.showCodes() : this.enrolment ? this.showSecret() : html`<button type="button" class="btn btn-primary"
        ?disabled=${this.busy} @click=${() => this.begin()}>${t.factorSetUp}</button>`}`;
  }

  showSecret() {
    return html`<form @submit=${(event) => this.confirm(event)} novalidate><p>${t.factorPictureHint}</p>
      <p><img class="lia-qr" alt=${t.factorPicture} src="data:image/svg+xml,${encodeURIComponent(this.enrolment.picture)}"></p>
      <p>${t.factorSecretHint}</p>
      <p class="lia-secret">${this.enrolment.secret.replace(/(.{4})/g, '$1 ').trim()}</p>
      <lia-field name="code" label=${t.factorConfirm} inputmode="numeric" maxlength="6" autocomplete="one-time-code"></lia-field>
      <button class="btn btn-primary" ?disabled=${this.busy}>${t.goOn}</button></form>`;
  }

  showCodes() {
    return html`<h3>${t.factorDone}</h3><p>${t.recoveryHint}</p>
      <ul class="lia-codes" aria-label=${t.recovery}>${this.codes.map((code) => html`<li>${code}</li>`)}</ul>
      <p class="lia-bar"><button type="button" class="btn btn-outline-secondary" @click=${() => window.print()}>${t.print}</button>
      <button type="button" class="btn btn-primary" @click=${() => this.dispatchEvent(new Event('over'))}>${t.recoveryKept}</button></p>`;
  }
}

customElements.define('lia-factor', Factor);
