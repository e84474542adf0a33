import { api, go, html, href, newKey, nothing, Page, session, valuesOf } from 'liaison';
import { BASE, options, refusal, run, wrong } from './look.js';
import { t } from './texts.js';

/** Which roles each may ask for; the interface decides. */
const WANTED = {
  HED: ['FIL', 'HED'], DGV: ['DGV'], CLK: ['CLK', 'REV', 'LDR', 'PSU', 'INS', 'DGV', 'OPS', 'SEC', 'AUD'],
};
const FIELDS = ['account', 'name', 'role', 'scope', 'until', 'reason'];

/** Asks for an account or a role. */
export default class NewRequest extends Page {
  busy = false;

  refused = null;

  key = newKey();

  role = '';

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

  view() {
    const bureau = session.is('CLK');
    return html`<form class="lia-sheet lia-prose" novalidate @submit=${(event) => this.send(event)}>${refusal(this, ...FIELDS)}
      <lia-field name="account" label=${t.account} hint=${t.accountHint} required maxlength="50" .error=${wrong(this, 'account')}></lia-field>
      <lia-field name="name" label=${t.name} required maxlength="50" .error=${wrong(this, 'name')}></lia-field>
      <lia-field name="role" type="select" label=${t.role} required .value=${this.role} .error=${wrong(this, 'role')}
        .options=${options(WANTED[session.me.acting.role] || [])} @change=${(event) => this.set({ role: event.currentTarget.value })}></lia-field>
      ${bureau && ['INS', 'DGV'].includes(this.role) ? html`<lia-field name="scope" label=${t.scope} hint=${this.role === 'DGV' ? t.scopeDispatcher : t.scopeTask}
        required maxlength="60" .error=${wrong(this, 'scope')}></lia-field>` : nothing}
      <lia-field name="until" type="date" label=${t.lastDay} .error=${wrong(this, 'until')}></lia-field>
      <lia-field name="reason" type="textarea" label=${t.reason} maxlength="500" .error=${wrong(this, 'reason')}></lia-field>
      <button class="btn btn-primary" ?disabled=${this.busy}>${t.submit}</button></form>`;
  }
}
