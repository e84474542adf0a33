/** Identity numbers are masked; one is seen whole for a reason, which is audited before it is shown (domain 6.2). */

import { announce, api, html, may, Problem } from 'liaison';
import { t } from './texts.js';

const ADDRESS = '/api/registration/v1/applications';

/** What a page knows of identity numbers: which one is asked for, why, and those that are shown whole until one leaves. */
export class Identities {
  asked = null;

  reason = '';

  wrong = '';

  shown = new Map();

  /** @param page the page that shows them */
  constructor(page) {
    this.page = page;
  }

  set(values) {
    Object.assign(this, values);
    this.page.requestUpdate();
  }

  async view(event, id) {
    event.preventDefault();
    const { asked } = this;
    try {
      const { idNumber } = await api.post(`${ADDRESS}/${id}/identity-number-views`, { path: asked, reason: this.reason.trim() || undefined });
      this.set({ asked: null, reason: '', wrong: '', shown: new Map(this.shown).set(asked, idNumber) });
      announce(t.identityAudited);
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      this.set({ wrong: problem.of('reason') || problem.message });
    }
  }

  hide() {
    this.set({ asked: null, reason: '', wrong: '', shown: new Map() });
  }

  /** A number as it is shown at its path. @param masked as the server gives it; id of the application it stands in */
  cell(id, path, masked, label) {
    if (!masked || !path.endsWith('.idNumber') || !may('registration.identity.view')) {
      return masked;
    }
    if (this.shown.has(path)) {
      return html`<span class="lia-secret">${this.shown.get(path)}</span> <button type="button" class="btn btn-link" @click=${() => this.hide()}>${t.identityHide}</button>`;
    }
    if (this.asked !== path) {
      return html`${masked} <button type="button" class="btn btn-link" aria-label=${t.identityViewOf(label)}
        @click=${() => this.set({ asked: path, wrong: '' })}>${t.identityView}</button>`;
    }
    return html`${masked}<form novalidate @submit=${(event) => this.view(event, id)}>
      <lia-field required maxlength="200" label=${t.identityReason} hint=${t.identityHint} .value=${this.reason} .error=${this.wrong}
        @input=${(event) => { this.reason = event.currentTarget.value; }}></lia-field>
      <p class="lia-bar"><button class="btn btn-outline-secondary">${t.identityShow}</button>
      <button type="button" class="btn btn-link" @click=${() => this.hide()}>${t.cancel}</button></p></form>`;
  }
}
