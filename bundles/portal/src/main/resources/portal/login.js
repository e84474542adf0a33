/** Getting in: account and password, second factor, forced change of password, choice of the role. */

import { html, nothing } from 'lit';
import { api, Problem } from './api.js';
import { valuesOf } from './elements/field.js';
import { Element } from './page.js';
import { learnNames, roleOf } from './roles.js';
import { session } from './session.js';
import { t } from './texts.js';
import './elements/factor.js';

const PASSWORD = '/api/platform/v1/me/password';

/** <lia-login>. Properties: account (set = somebody whose session ended; no other may come in). Tells 'in'. */
export class Login extends Element {
  static properties = { account: {}, step: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.account = null;
    this.step = 'password';
    this.problem = null;
    this.busy = false;
    this.given = {};
  }

  firstUpdated() {
    this.focusFirst();
  }

  async focusFirst() {
    await this.updateComplete;
    const field = Array.from(this.querySelectorAll('lia-field')).find((each) => !each.readonly);
    if (field) {
      await field.updateComplete;
      field.focus();
    }
  }

  async run(work) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      await work();
    } catch (refused) {
      this.problem = refused instanceof Problem ? refused : new Problem(0, { detail: t.problemPage });
    }
    this.busy = false;
  }

  enter(event) {
    event.preventDefault();
    const typed = valuesOf(this);
    this.given = { ...this.given, ...typed, account: this.account || typed.account || this.given.account };
    if (!this.given.account || !this.given.password) {
      this.problem = new Problem(0, { detail: t.loginFailedEmpty });
      return;
    }
    this.run(async () => {
      try {
        await session.login(this.given.account, this.given.password, this.given.code);
      } catch (refused) {
        if (refused.code === 'CODE_REQUIRED' && this.step !== 'code') {
          this.step = 'code';
          this.focusFirst();
          return;
        }
        this.given.code = undefined;
        throw refused;
      }
      this.next();
    });
  }

  /** What stands between an open session and the pages. */
  next() {
    const { me } = session;
    if (me.mustChange) {
      this.step = 'change';
    } else if (session.mustEnrol) {
      this.step = 'enrol';
    } else if (!me.acting && me.bindings.length > 1) {
      this.step = 'acting';
      learnNames(me.bindings).then(() => this.requestUpdate(), () => {});
    } else {
      this.given = {};
      this.dispatchEvent(new Event('in'));
      return;
    }
    this.focusFirst();
  }

  change(event) {
    event.preventDefault();
    const { present, wanted, repeated } = { present: this.given.password, ...valuesOf(this) };
    if (wanted !== repeated) {
      this.problem = new Problem(0, { detail: t.passwordDiffers });
      return;
    }
    this.run(async () => {
      await api.put(PASSWORD, { present, wanted }, { repeat: false });
      this.given = { account: session.me.account, password: wanted };
      this.step = 'password';
      this.enterAgain = true;
    }).then(() => {
      if (this.enterAgain) {
        this.enterAgain = false;
        this.again();
      }
    });
  }

  // the change of the password has ended the session
  again() {
    this.run(async () => {
      try {
        await session.login(this.given.account, this.given.password);
        this.next();
      } catch (refused) {
        if (refused.code !== 'CODE_REQUIRED') {
          throw refused;
        }
        this.step = 'code';
        this.focusFirst();
      }
    });
  }

  /** Leaves before one has come in. */
  leave() {
    this.run(async () => {
      await session.logout();
      session.me = null;
      this.restart();
    });
  }

  restart() {
    session.mustEnrol = false;
    this.given = {};
    this.step = 'password';
    this.focusFirst();
  }

  render() {
    const { me } = session;
    const steps = { password: () => this.askPassword(), code: () => this.askPassword(), change: () => this.askChange(),
      enrol: () => this.askEnrol(), acting: () => this.askActing(me) };
    return html`<div class="lia-login">
      ${this.problem ? html`<div class="lia-problem" role="alert"><p>${this.problem.message}</p>${this.problem.violations.length === 0
        ? nothing : html`<ul>${this.problem.violations.map((each) => html`<li>${each.message}</li>`)}</ul>`}</div>` : nothing}
      ${steps[this.step]()}
      ${!this.account && ['change', 'enrol', 'acting'].includes(this.step) ? html`<p class="lia-more"><button type="button" class="btn btn-link"
        ?disabled=${this.busy} @click=${() => this.leave()}>${t.otherAccount}</button></p>` : nothing}</div>`;
  }

  askPassword() {
    return html`<form @submit=${(event) => this.enter(event)} novalidate>
      ${this.step === 'code' ? html`<p>${t.codeAsked}</p>` : html`
        <lia-field name="account" label=${t.accountName} .value=${this.account || this.given.account || ''} ?readonly=${Boolean(this.account)}
          autocomplete="username"></lia-field>
        <lia-field name="password" type="password" label=${t.password} autocomplete="current-password"></lia-field>`}
      ${this.step === 'code' ? html`<lia-field name="code" label=${t.code} hint=${t.codeHint} autocomplete="one-time-code"
        inputmode="text" maxlength="32"></lia-field>` : nothing}
      <button class="btn btn-primary lia-wide" ?disabled=${this.busy}>${t.login}</button></form>`;
  }

  askChange() {
    return html`<form @submit=${(event) => this.change(event)} novalidate><h2>${t.firstPassword}</h2><p>${t.firstPasswordWhy}</p>
      ${this.given.password ? nothing : html`<lia-field name="present" type="password" label=${t.presentPassword}
        autocomplete="current-password"></lia-field>`}
      <lia-field name="wanted" type="password" label=${t.wantedPassword} hint=${t.passwordHint} autocomplete="new-password"></lia-field>
      <lia-field name="repeated" type="password" label=${t.repeatedPassword} autocomplete="new-password"></lia-field>
      <button class="btn btn-primary lia-wide" ?disabled=${this.busy}>${t.save}</button></form>`;
  }

  askEnrol() {
    return html`<h2>${t.factorSetUp}</h2><p>${t.factorMust}</p><lia-factor must @over=${() => this.restart()}></lia-factor>`;
  }

  askActing(me) {
    return html`<h2>${t.chooseActing}</h2><p>${t.chooseActingWhy}</p><ul class="lia-choices">${me.bindings.map((binding) => html`<li>
      <button type="button" class="btn btn-outline-secondary lia-wide" ?disabled=${this.busy} @click=${() => this.run(async () => {
        await session.act(binding.acting);
        this.next();
      })}>${roleOf(binding)}</button></li>`)}</ul>`;
  }
}

customElements.define('lia-login', Login);
