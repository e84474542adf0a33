/** The shell: who is in, the frame around every page, and the way from address to page. */

import { html, nothing } from 'lit';
import { api, connection, hooks } from './api.js';
import { duties } from './duties.js';
import { clock, day } from './format.js';
import { language, say, speak } from './i18n.js';
import { Element, href } from './page.js';
import { learnNames, roleOf } from './roles.js';
import { find, menu } from './routes.js';
import { session } from './session.js';
import { choose, settings } from './settings.js';
import { site } from './site.js';
import { t } from './texts.js';
import './liaison.js';
import './login.js';

const LOOK_MILLIS = 60000;
const SAID_MILLIS = 6000;
const LATE_MILLIS = 300;
const ACTED_MILLIS = 1500;
const KEPT_PAGES = 12;
const FRESH_MILLIS = 3000;
const REPLACED_TRIES = 20;
const REPLACED_MILLIS = 1500;
const MOST_SHOWN = 99;
const UNREAD = '/api/platform/v1/notices/unread';

const tags = new Map();

/** A new version of a page is another class: it gets a tag of its own. */
function elementOf(type) {
  if (!tags.has(type)) {
    tags.set(type, `lia-page-${tags.size + 1}`);
    customElements.define(tags.get(type), type);
  }
  return document.createElement(tags.get(type));
}

export class App extends Element {
  /** starting, login, ready. */
  phase = 'starting';

  /** The page that is shown; null = none fits the address. */
  page = null;

  waiting = false;

  /** Whether the address is already that of another page than the one that is shown. */
  opening = false;

  /** Whether a page is on its way for longer than one waits without a word. */
  late = false;

  menuOpen = false;

  helpOpen = false;

  said = '';

  unread = 0;

  /** Whether somebody did something since the last look. */
  used = true;

  /** Pages that were left, by the key of their history entry: coming back finds them as they were. */
  kept = new Map();

  relogin = null;

  /** Whether he logs out: what was still being asked gets no answer any more. */
  leaving = false;

  connectedCallback() {
    super.connectedCallback();
    window.history.scrollRestoration = 'manual';
    hooks.relogin = () => this.loginAgain();
    hooks.acted = () => this.acted();
    const draw = () => this.requestUpdate();
    connection.addEventListener('change', draw);
    session.addEventListener('change', draw);
    site.addEventListener('change', draw);
    duties.addEventListener('change', draw);
    window.addEventListener('liaison-language', () => this.spokenAnew());
    window.addEventListener('liaison-go', (event) => this.go(event.detail));
    window.addEventListener('liaison-announce', (event) => this.say(event.detail));
    window.addEventListener('popstate', () => this.show(true));
    this.addEventListener('liaison-page', () => this.entitle());
    document.addEventListener('click', (event) => this.follow(event));
    document.addEventListener('keydown', (event) => this.press(event));
    setInterval(() => this.look(), LOOK_MILLIS);
    document.addEventListener('visibilitychange', () => this.look());
    for (const sign of ['keydown', 'pointerdown', 'wheel']) {
      document.addEventListener(sign, () => { this.used = true; }, { passive: true });
    }
    setInterval(() => this.tick(), 20000);
    this.start();
  }

  set(values) {
    Object.assign(this, values);
    this.requestUpdate();
  }

  say(text) {
    this.set({ said: text });
    clearTimeout(this.saidTimer);
    this.saidTimer = setTimeout(() => this.set({ said: '' }), SAID_MILLIS);
  }

  async start() {
    try {
      await Promise.all([site.refresh(), session.start()]);
    } catch (refused) {
      connection.tell(true);
      setTimeout(() => this.start(), 2000);
      return;
    }
    connection.tell(false);
    if (session.me && !session.me.mustChange && session.me.acting) {
      this.enter();
    } else {
      this.set({ phase: 'login' });
      if (session.me) {
        await this.updateComplete;
        this.querySelector('lia-login').next();
      }
    }
  }

  enter() {
    this.set({ phase: 'ready' });
    learnNames(session.me.bindings).then(() => this.requestUpdate(), () => {});
    this.look();
    this.show(false);
  }

  /**
   * Looks now and then what is deployed and what has arrived. Only for somebody who has done something since the last look: a
   * page that nobody sits at must not keep the session alive.
   */
  async look() {
    if (document.visibilityState !== 'visible') {
      return;
    }
    try {
      await site.refresh();
      if (this.phase === 'ready' && !this.relogin && this.used) {
        this.used = false;
        await session.renew();
        const { unread } = await api.get(UNREAD, {}, { repeat: false, stranger: true });
        this.set({ unread });
        await duties.refresh();
      }
    } catch (away) {
      // the next look may find it; calls of the page itself show the line
    }
    this.requestUpdate();
  }

  /** What waits for one is another after an act; several in a row count once. */
  acted() {
    clearTimeout(this.actedTimer);
    this.actedTimer = setTimeout(() => {
      if (this.phase === 'ready' && !this.relogin && !this.leaving) {
        duties.refresh();
      }
    }, ACTED_MILLIS);
  }

  tick() {
    const shown = this.querySelector('.lia-clock');
    if (shown) {
      shown.textContent = this.now();
    }
  }

  now() {
    const now = new Date(site.now()).toISOString();
    return `${day(now)} ${clock(now)}`;
  }

  loginAgain() {
    if (this.leaving) {
      return new Promise(() => {});
    }
    if (!this.relogin) {
      const again = {};
      again.over = new Promise((done) => { again.done = done; });
      again.account = session.me && session.me.account;
      if (again.account) {
        this.set({ relogin: again });
      } else {
        this.set({ phase: 'login', relogin: again });
      }
    }
    return this.relogin.over;
  }

  signedIn() {
    const again = this.relogin;
    if (again) {
      this.set({ relogin: null });
      again.done();
    }
    if (this.phase !== 'ready') {
      this.enter();
    }
  }

  async logout() {
    this.leaving = true;
    try {
      await session.logout();
    } catch (refused) {
      if (refused.status !== 401) {
        this.leaving = false;
        this.say(refused.message);
        return;
      }
    }
    window.location.assign(href());
  }

  async act(acting) {
    await session.act(acting);
    this.kept.clear();
    duties.forget();
    this.go(href());
  }

  spokenAnew() {
    this.requestUpdate();
    for (const page of [this.querySelector('lia-login'), this.page, ...this.kept.values()]) {
      if (page) {
        page.requestUpdate();
        page.querySelectorAll('*').forEach((each) => each.requestUpdate && each.requestUpdate());
      }
    }
    this.entitle();
  }

  follow(event) {
    const link = event.target.closest('a[href]');
    const own = link && link.origin === window.location.origin && link.pathname.startsWith('/portal/');
    if (!own || link.target || link.hasAttribute('download') || event.defaultPrevented || event.button !== 0
      || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.getAttribute('href').startsWith('#')) {
      return;
    }
    event.preventDefault();
    this.go(link.href);
  }

  press(event) {
    const typing = event.target.closest('input, select, textarea, [contenteditable]');
    if (event.key === 'Escape' && (this.helpOpen || this.menuOpen)) {
      this.set({ helpOpen: false, menuOpen: false });
    } else if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === '/') {
      event.preventDefault();
      this.querySelector('#lia-search').focus();
    } else if (event.key === '?') {
      this.set({ helpOpen: !this.helpOpen });
    }
  }

  go(address) {
    this.keep();
    window.history.pushState({ key: String(Date.now()) + Math.random() }, '', address);
    this.show(false);
  }

  keyOf() {
    return (window.history.state && window.history.state.key) || 'first';
  }

  keep() {
    if (this.page) {
      this.page.keptAt = window.scrollY;
      this.kept.delete(this.shownKey);
      this.kept.set(this.shownKey, this.page);
      if (this.kept.size > KEPT_PAGES) {
        this.kept.delete(this.kept.keys().next().value);
      }
    }
  }

  /** Shows the page of the address. @param back whether one comes back to it */
  async show(back) {
    if (this.phase !== 'ready') {
      return;
    }
    if (back) {
      this.keep();
    }
    const address = new URL(window.location.href);
    const key = this.keyOf();
    const before = back ? this.kept.get(key) : null;
    this.set({ menuOpen: false, said: '' });
    this.shownKey = key;
    clearTimeout(this.lateTimer);
    if (before) {
      this.set({ page: before, waiting: false, late: false, opening: false });
      await this.updateComplete;
      window.scrollTo(0, before.keptAt || 0);
      this.entitle();
      return;
    }
    this.set({ opening: true });
    this.lateTimer = setTimeout(() => this.set({ late: true }), LATE_MILLIS);
    const page = await this.create(address, key);
    if (page === undefined) {
      return;
    }
    clearTimeout(this.lateTimer);
    this.set({ page, waiting: false, late: false, opening: false });
    await this.updateComplete;
    window.scrollTo(0, 0);
    this.entitle();
    const main = this.querySelector('main');
    if (main && !back && document.activeElement === document.body) {
      main.focus({ preventScroll: true });
    }
    if (page) {
      page.open(page.route.params, Object.fromEntries(address.searchParams));
      this.freshen(page, key);
    }
  }

  /** Looks whether the page that was just opened is the one that is deployed now; if another is, opens that in its place. */
  async freshen(page, key) {
    if (Date.now() - site.asked < FRESH_MILLIS) {
      return;
    }
    try {
      await site.refresh();
    } catch (away) {
      return;
    }
    const route = find(new URL(window.location.href));
    if (route && route.base !== page.route.base && key === this.keyOf()) {
      this.show(false);
    }
  }

  /** @returns the page; null when there is none; undefined when another address is shown by now */
  async create(address, key) {
    for (let tries = 0; ; tries += 1) {
      const route = find(address);
      if (!route && tries > 0) {
        return null;
      }
      if (route) {
        try {
          const { default: type } = await route.load(tries);
          const page = elementOf(type);
          page.route = route;
          return key === this.keyOf() ? page : undefined;
        } catch (gone) {
          if (tries > REPLACED_TRIES) {
            console.error(gone);
            return null;
          }
          this.set({ waiting: true, page: null });
          await new Promise((done) => { setTimeout(done, REPLACED_MILLIS); });
        }
      }
      try {
        await site.refresh();
      } catch (away) {
        connection.tell(true);
      }
      if (key !== this.keyOf()) {
        return undefined;
      }
    }
  }

  entitle() {
    document.title = `${this.heading} - ${t.platform}`;
    this.requestUpdate();
  }

  search(event) {
    event.preventDefault();
    const q = this.querySelector('#lia-search').value.trim();
    if (q) {
      this.go(`${href('search')}?q=${encodeURIComponent(q)}`);
    }
  }

  updated() {
    const dialog = this.querySelector('dialog.lia-dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  /** The heading of the page, or of what stands in its place. */
  get heading() {
    if (this.phase !== 'ready') {
      return t.login;
    }
    if (this.page) {
      return this.page.heading;
    }
    return this.waiting ? t.starting : t.notFound;
  }

  render() {
    const bands = html`${site.demo ? html`<p class="lia-band">${t.demo}</p>` : nothing}
      ${connection.away ? html`<p class="lia-away" role="status">${t.away}</p>` : nothing}`;
    if (this.phase === 'starting') {
      return html`<header>${bands}</header><main class="lia-starting"><p role="status">${t.starting}</p></main>`;
    }
    if (this.phase === 'login') {
      return html`<header>${bands}</header><main class="lia-door"><h1>${t.platform}</h1><section class="lia-sheet" aria-label=${t.login}>
        <lia-login @in=${() => this.signedIn()}></lia-login></section><p class="lia-hint">${t.loginNote}</p>
        <p class="lia-hint">${t.version(site.version)}</p>${this.doorLooks()}</main>`;
    }
    return html`<a class="lia-skip" href="#main" @click=${(event) => { event.preventDefault(); this.querySelector('main').focus(); }}>
      ${t.skip}</a><header>${bands}${this.top()}</header>
      <div class="lia-body ${this.menuOpen ? 'open' : ''}">${this.side()}
        <div class="lia-column">${this.path()}
          <main id="main" tabindex="-1" aria-busy=${String(this.opening)}>${this.heading ? html`<h1>${this.heading}</h1>` : nothing}
            ${this.content()}</main>${this.foot()}</div>
        ${this.helpOpen ? this.helpPanel() : nothing}</div>
      <p class="lia-late" role="status">${this.late && !this.waiting ? t.starting : nothing}</p>
      <p class="lia-said" role="status">${this.said || nothing}</p>
      ${this.relogin ? this.again() : nothing}`;
  }

  /** Who needs large print or reads no Chinese must not have to log in first. */
  doorLooks() {
    const large = settings.size === 'large';
    return html`<p class="lia-looks">
      <button type="button" class="btn btn-link" aria-pressed=${String(large)} @click=${() => {
        choose({ size: large ? 'normal' : 'large' });
        this.requestUpdate();
      }}>${large ? t.sizeNormal : t.sizeLarge}</button>
      <button type="button" class="btn btn-link" lang=${language() === 'zh' ? 'en' : 'zh-CN'}
        @click=${() => speak(language() === 'zh' ? 'en' : 'zh')}>${language() === 'zh' ? t.english : t.chinese}</button></p>`;
  }

  content() {
    if (this.waiting) {
      return html`<p class="lia-loading" role="status">${t.replaced}</p>`;
    }
    return this.page ? html`${this.page}` : html`<lia-empty .text=${t.notThere}></lia-empty>`;
  }

  top() {
    const { me } = session;
    return html`<div class="lia-top">
      <button type="button" class="lia-fold" aria-expanded=${String(this.menuOpen)} aria-controls="lia-side"
        @click=${() => this.set({ menuOpen: !this.menuOpen })}>${t.menu}</button>
      <a class="lia-name" href=${href()}>${t.platform}</a>
      <form role="search" class="lia-search" @submit=${(event) => this.search(event)}>
        <label class="visually-hidden" for="lia-search">${t.searchOf}</label>
        <input id="lia-search" class="form-control" type="search" placeholder=${t.searchHint} autocomplete="off" maxlength="100">
        <button class="btn btn-outline-secondary">${t.searchOf}</button></form>
      ${this.counted(href(), t.duties, duties.items.length, t.dutiesWaiting)}
      ${this.counted(href('notices'), t.notices, this.unread, t.noticesUnread)}
      ${me.bindings.length > 1 ? html`<label class="lia-acting"><span class="visually-hidden">${t.actingAs}</span>
        <select class="form-select" @change=${(event) => this.act(event.target.value)}>${me.bindings.map((binding) => html`
          <option value=${binding.acting} ?selected=${me.acting && binding.acting === me.acting.acting}>${roleOf(binding)}</option>`)}
        </select></label>` : html`<span class="lia-acting">${me.acting ? roleOf(me.acting) : nothing}</span>`}
      <a class="lia-me" href=${href('account')}>${me.name}</a>
      <button type="button" class="btn btn-link lia-out" @click=${() => this.logout()}>${t.logout}</button></div>`;
  }

  counted(address, text, count, inWords) {
    return html`<a class="lia-bell" href=${address} aria-label=${inWords(count)}>${text}
      ${count > 0 ? html`<span class="lia-count" aria-hidden="true">${count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>` : nothing}</a>`;
  }

  side() {
    const here = window.location.pathname;
    const at = (address) => (here === address || (address !== href() && here.startsWith(`${address}/`)) ? 'page' : nothing);
    return html`<nav class="lia-side" id="lia-side" aria-label=${t.menu}>
      <ul><li><a href=${href()} aria-current=${here === href() ? 'page' : nothing}>${t.home}</a></li></ul>
      ${menu().map((group) => html`<p class="lia-group">${say(group.title)}</p><ul>${group.items.map((item) => html`<li>
        <a href=${href(item.path)} aria-current=${at(href(item.path))}>${say(item.text)}</a></li>`)}</ul>`)}
      <p class="lia-group">${t.own}</p><ul>
        <li><a href=${href('notices')} aria-current=${at(href('notices'))}>${t.notices}</a></li>
        <li><a href=${href('account')} aria-current=${at(href('account'))}>${t.account}</a></li>
        <li><a href=${href('help')} aria-current=${at(href('help'))}>${t.help}</a></li></ul></nav>`;
  }

  path() {
    const trail = this.page ? this.page.trail : [];
    const home = window.location.pathname === href();
    return html`<div class="lia-path"><nav aria-label=${t.position}><ol>
      ${home ? nothing : html`<li><a href=${href()}>${t.home}</a></li>`}
      ${trail.map((step) => html`<li><a href=${step.address}>${step.text}</a></li>`)}
      ${home || !this.heading ? nothing : html`<li aria-current="page">${this.heading}</li>`}</ol></nav>
      <button type="button" class="btn btn-link" aria-expanded=${String(this.helpOpen)}
        @click=${() => this.set({ helpOpen: !this.helpOpen })}>${t.helpHere}</button></div>`;
  }

  helpPanel() {
    const own = this.page ? this.page.help() : nothing;
    return html`<aside class="lia-help" aria-label=${t.helpHere}><h2>${t.helpHere}</h2>${own === nothing ? html`<p>${t.helpMenu}</p>` : own}
      <p><a href=${href('help')}>${t.help}</a></p>
      <button type="button" class="btn btn-outline-secondary" @click=${() => this.set({ helpOpen: false })}>${t.close}</button></aside>`;
  }

  foot() {
    return html`<footer class="lia-foot"><span>${t.version(site.version)}</span>
      <span>${t.serverTime} <time class="lia-clock" .textContent=${this.now()}></time></span>
      ${site.renewed ? html`<span role="status">${t.renewed}<a href=${window.location.href} target="_self">${t.reload}</a></span>` : nothing}
      <a href=${href('help')}>${t.help}</a><span>${t.loginNote}</span></footer>`;
  }

  again() {
    return html`<dialog class="lia-dialog" aria-label=${t.loginAgain} @cancel=${(event) => event.preventDefault()}>
      <h2>${t.loginAgain}</h2><p>${t.loginAgainWhy}</p>
      <lia-login .account=${this.relogin.account} @in=${() => this.signedIn()}></lia-login>
      <p><button type="button" class="btn btn-link" @click=${() => window.location.reload()}>${t.otherAccount}</button></p>
      </dialog>`;
  }
}

customElements.define('lia-app', App);
