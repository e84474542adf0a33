import { agent, api, day, html, href, may, nothing, Page, time, valuesOf } from 'liaison';
import { BASE, learn, mark, refusal, roleOf, run, secret, wrong } from './look.js';
import { t } from './texts.js';

/** What can be done with an account in each state: step of the interface, operation, whether it is for good. */
const STEPS = [
  { step: 'lock', operation: 'platform.account.lock', from: ['ACTIVE'] },
  { step: 'unlock', operation: 'platform.account.unlock', from: ['LOCKED'] },
  { step: 'suspension', operation: 'platform.account.suspend', from: ['ACTIVE', 'LOCKED'] },
  { step: 'resumption', operation: 'platform.account.resume', from: ['SUSPENDED'] },
  { step: 'closure', operation: 'platform.account.close', from: ['ACTIVE', 'LOCKED', 'SUSPENDED'], good: true },
];

/** One account: its roles, where it is logged in, and what the security administrator may do with it. */
export default class AccountPage extends Page {
  file = null;

  sessions = null;

  tokens = null;

  password = null;

  /** The form that was sent last: step or role. */
  asked = '';

  busy = false;

  refused = null;

  get heading() {
    return this.file ? t.accountOf(this.file.name, this.file.account) : t.accounts;
  }

  get trail() {
    return [{ text: t.accounts, address: href('platform/accounts') }];
  }

  help() {
    return html`<p>${t.accountHelp}</p>`;
  }

  get address() {
    return `${BASE}/accounts/${encodeURIComponent(this.params.account)}`;
  }

  async load() {
    const { account } = this.params;
    const [file, sessions, tokens] = await Promise.all([
      api.get(this.address),
      may('platform.session.list') ? api.get(`${BASE}/account-sessions`, { account }) : null,
      may('platform.token.list') ? api.get(`${BASE}/account-tokens`, { account }) : null,
    ]);
    this.file = file;
    learn(this, file.roles.map((held) => held.scope));
    this.sessions = sessions && sessions.items;
    this.tokens = tokens && tokens.items;
  }

  fire(event) {
    event.preventDefault();
    const { reason } = valuesOf(event.currentTarget);
    const step = event.submitter.value;
    this.asked = 'step';
    return run(this, async () => {
      await api.post(`${this.address}/${step}`, { reason }, { version: this.file.version });
      await this.reload();
    }, t.done);
  }

  endRole(event) {
    event.preventDefault();
    const { held, until, why } = valuesOf(event.currentTarget);
    const { role, scope } = this.file.roles[Number(held)];
    this.asked = 'role';
    return run(this, async () => {
      await api.post(`${this.address}/role-end`, { role, scope, until: until || null, reason: why }, { version: this.file.version });
      await this.reload();
    }, t.done);
  }

  wrongReason(form) {
    return this.asked === form ? wrong(this, 'reason') : '';
  }

  resetPassword() {
    return run(this, async () => {
      const answer = await api.post(`${this.address}/password-reset`, undefined, { repeat: false });
      await this.reload();
      this.set({ password: answer.oneTimePassword });
    });
  }

  resetFactor() {
    return run(this, () => api.post(`${this.address}/second-factor-reset`, undefined, { repeat: false }), t.factorGone);
  }

  drop(path, done) {
    return run(this, async () => {
      await api.delete(`${BASE}/${path}`, { repeat: false });
      await this.reload();
    }, done);
  }

  view() {
    const { file } = this;
    return html`${refusal(this, 'reason', 'until')}${secret(t.passwordOnce, this.password)}
      <section class="lia-sheet"><h2>${t.about}</h2><lia-facts .facts=${[
        [t.account, file.account], [t.name, file.name], [t.state, mark(file.state)], [t.passwordState, file.mustChange ? t.passwordMust : t.passwordOwn],
      ]}></lia-facts></section>
      <section class="lia-sheet"><h2>${t.roles}</h2><lia-table .rows=${file.roles} .key=${(held) => `${held.role}@${held.scope}`} caption=${t.roles}
        .empty=${t.rolesNone} .columns=${[
          { label: t.role, kind: 'wide', cell: (held) => roleOf(held.role, held.scope) },
          { label: t.until, kind: 'narrow', cell: (held) => (held.until ? day(held.until) : t.open) },
        ]}></lia-table>${this.roleForm()}</section>
      ${this.stepForm()}
      ${this.sessions ? html`<section class="lia-sheet"><h2>${t.sessions}</h2>${this.sessionTable()}</section>` : nothing}
      ${this.tokens ? html`<section class="lia-sheet"><h2>${t.tokens}</h2>${this.tokenTable()}</section>` : nothing}`;
  }

  roleForm() {
    const { file } = this;
    return may('platform.account.end-role') && file.state !== 'CLOSED' && file.roles.length > 0 ? html`<form class="lia-line" novalidate
      @submit=${(event) => this.endRole(event)}>
      <lia-field name="held" type="select" label=${t.roleToEnd} value="0"
        .options=${file.roles.map((held, i) => ({ value: String(i), label: roleOf(held.role, held.scope) }))}></lia-field>
      <lia-field name="until" type="date" label=${t.lastDay} .error=${wrong(this, 'until')}></lia-field>
      <lia-field name="why" label=${t.reason} required maxlength="500" .error=${this.wrongReason('role')}></lia-field>
      <button class="btn btn-outline-danger" ?disabled=${this.busy}>${t.endRole}</button></form>` : nothing;
  }

  stepForm() {
    const steps = STEPS.filter((each) => each.from.includes(this.file.state) && may(each.operation));
    const open = this.file.state !== 'CLOSED';
    return steps.length === 0 ? nothing : html`<section class="lia-sheet"><h2>${t.act}</h2>
      <form novalidate @submit=${(event) => this.fire(event)}>
        <lia-field name="reason" type="textarea" rows="2" label=${t.reason} required maxlength="500" .error=${this.wrongReason('step')}></lia-field>
        <p class="lia-hint">${t.closureHint}</p>
        <p class="lia-bar">${steps.map((each) => html`<button name="step" value=${each.step} ?disabled=${this.busy}
          class="btn ${each.good ? 'btn-outline-danger' : 'btn-outline-secondary'}">${t[each.step]}</button>`)}
          ${open && may('platform.user.password') ? html`<button type="button" class="btn btn-outline-secondary" ?disabled=${this.busy}
            @click=${() => this.resetPassword()}>${t.resetPassword}</button>` : nothing}
          ${open && may('platform.user.second-factor') ? html`<button type="button" class="btn btn-outline-secondary" ?disabled=${this.busy}
            @click=${() => this.resetFactor()}>${t.resetFactor}</button>` : nothing}</p></form></section>`;
  }

  sessionTable() {
    return html`<lia-table .rows=${this.sessions} caption=${t.sessions} .empty=${t.sessionsNone} .columns=${[
      { label: t.openedAt, kind: 'narrow', cell: (row) => time(row.openedAt) },
      { label: t.usedAt, kind: 'narrow', cell: (row) => time(row.usedAt) },
      { label: t.source, kind: 'narrow', cell: (row) => row.source },
      { label: t.agent, kind: 'wide', cell: (row) => html`<span title=${row.agent || ''}>${agent(row.agent)}</span>` },
      { label: t.operation, kind: 'narrow', cell: (row) => (may('platform.session.end') ? html`<button type="button"
        class="btn btn-link lia-danger" ?disabled=${this.busy} @click=${() => this.drop(`account-sessions/${row.id}`, t.sessionEnded)}>${t.end}</button>`
        : nothing) },
    ]}></lia-table>`;
  }

  tokenTable() {
    return html`<lia-table .rows=${this.tokens} caption=${t.tokens} .empty=${t.tokensNone} .columns=${[
      { label: t.purpose, kind: 'wide', cell: (row) => row.name },
      { label: t.actsAs, cell: (row) => roleOf(...row.acting.split('@')) },
      { label: t.until, kind: 'narrow', cell: (row) => day(row.until) },
      { label: t.usedAt, kind: 'narrow', cell: (row) => (row.usedAt ? time(row.usedAt) : t.never) },
      { label: t.operation, kind: 'narrow', cell: (row) => (may('platform.token.revoke') ? html`<button type="button"
        class="btn btn-link lia-danger" ?disabled=${this.busy} @click=${() => this.drop(`account-tokens/${row.id}`, t.tokenRevoked)}>${t.revoke}</button>`
        : nothing) },
    ]}></lia-table>`;
  }
}
