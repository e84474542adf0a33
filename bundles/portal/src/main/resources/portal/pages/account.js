import { html } from 'lit';
import { Page } from '../page.js';
import { day } from '../format.js';
import { roleOf } from '../roles.js';
import { session } from '../session.js';
import { t } from '../texts.js';
import '../account/addresses.js';
import '../account/factor.js';
import '../account/looks.js';
import '../account/password.js';
import '../account/sessions.js';
import '../account/tokens.js';

/** One's own account: who I am, how I get in, where I am in, how it looks. */
export default class AccountPage extends Page {
  get heading() {
    return t.account;
  }

  load() {
    return session.refresh();
  }

  view() {
    const { me } = session;
    return html`<div class="lia-two"><div>
      <section class="lia-sheet"><h2>${t.aboutMe}</h2><lia-facts .facts=${[[t.accountName, me.account], [t.name, me.name],
        ...me.bindings.map((binding) => [t.roles, t.roleUntil(roleOf(binding), day(binding.until))])]}></lia-facts></section>
      <lia-account-looks class="lia-sheet"></lia-account-looks>
      <lia-account-addresses class="lia-sheet"></lia-account-addresses></div><div>
      <lia-account-password class="lia-sheet"></lia-account-password>
      <lia-account-factor class="lia-sheet"></lia-account-factor></div></div>
      <lia-account-sessions class="lia-sheet"></lia-account-sessions>
      <lia-account-tokens class="lia-sheet"></lia-account-tokens>`;
  }
}
