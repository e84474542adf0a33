import { api, findScopes, go, html, href, newKey, nothing, Page, Problem, scopeName, session, valuesOf } from 'liaison';
import { BASE, options, refusal, run, wrong } from './look.js';
import { t } from './texts.js';

/** Which roles each may ask for; the interface decides. */
const WANTED = {
  HED: ['FIL', 'HED'], DGV: ['DGV'], CLK: ['CLK', 'REV', 'LDR', 'PSU', 'INS', 'DGV', 'OPS', 'SEC', 'AUD'],
};
const PAUSE = 300;
const FIELDS = ['account', 'name', 'role', 'scope', 'until', 'reason'];

/** Asks for an account or a role. */
export default class NewRequest extends Page {
  busy = false;

  refused = null;

  key = newKey();

  role = '';

  scope = '';

  /** Units that were found for what is typed as the scope; null = nothing was asked. */
  found = null;

  get heading() {
    return t.requestNew;
  }

  get trail() {
    return [{ text: t.requests, address: href('platform/account-requests') }];
  }

  help() {
    return html`<p>${t.requestsHelp}</p>`;
  }

  async load() {
    [this.role] = WANTED[session.me.acting.role] || [''];
  }

  send(event) {
    event.preventDefault();
    const values = valuesOf(event.currentTarget);
    return run(this, async () => {
      const made = await api.post(`${BASE}/account-requests`, {
        ...values, scope: values.scope || null, until: values.until || null, reason: values.reason || null,
      }, { key: this.key, repeat: true });
      go(href('platform/account-requests', made.id));
    }, t.requestSent);
  }

  /** What was typed as the unit: asked for when the typing pauses, as long as it is no scope yet. */
  type(text) {
    clearTimeout(this.waiting);
    this.set({ scope: text, found: null });
    const word = text.trim();
    if (this.role === 'DGV' && word.length > 1 && !word.startsWith('DISPATCHER:')) {
      this.waiting = setTimeout(() => this.find(word), PAUSE);
    }
  }

  async find(word) {
    try {
      const found = await findScopes('DISPATCHER', word);
      if (this.scope.trim() === word) {
        this.set({ found });
      }
    } catch (refused) {
      // the id can be typed without help
      if (!(refused instanceof Problem)) {
        throw refused;
      }
    }
  }

  unit() {
    return html`<lia-field name="scope" label=${this.role === 'DGV' ? t.unit : t.scope} hint=${scopeName(this.scope) || (this.role === 'DGV' ? t.scopeDispatcher : t.scopeTask)}
        required maxlength="60" .value=${this.scope} .error=${wrong(this, 'scope')} @input=${(event) => this.type(event.currentTarget.value)}></lia-field>
      <div role="status">${this.found ? html`<p class="lia-hint">${this.found.length === 0 ? t.unitNone : t.unitFound(this.found.length)}</p>` : nothing}</div>
      ${this.found && this.found.length > 0 ? html`<ul class="lia-choices lia-offers" aria-label=${t.unit}>${this.found.map(({ scope, name }) => html`<li><button type="button"
        class="btn btn-link" @click=${() => this.set({ scope, found: null })}>${name}</button></li>`)}</ul>` : nothing}`;
  }

  view() {
    const bureau = session.is('CLK');
    return html`<form class="lia-sheet lia-prose" novalidate @submit=${(event) => this.send(event)}>${refusal(this, ...FIELDS)}
      <lia-field name="account" label=${t.account} hint=${t.accountHint} required maxlength="50" .error=${wrong(this, 'account')}></lia-field>
      <lia-field name="name" label=${t.name} required maxlength="50" .error=${wrong(this, 'name')}></lia-field>
      <lia-field name="role" type="select" label=${t.role} required .value=${this.role} .error=${wrong(this, 'role')}
        .options=${options(WANTED[session.me.acting.role] || [])} @change=${(event) => this.set({ role: event.currentTarget.value, found: null })}></lia-field>
      ${bureau && ['INS', 'DGV'].includes(this.role) ? this.unit() : nothing}
      <lia-field name="until" type="date" label=${t.lastDay} .error=${wrong(this, 'until')}></lia-field>
      <lia-field name="reason" type="textarea" label=${t.reason} maxlength="500" .error=${wrong(this, 'reason')}></lia-field>
      <button class="btn btn-primary" ?disabled=${this.busy}>${t.submit}</button></form>`;
  }
}
