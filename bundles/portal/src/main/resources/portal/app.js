/** The shell: who is in, the frame around every page, and the way from address to page. */

import { api, connection, hooks } from './api.js';
import { arrive, outdated } from './arrival.js';
import { duties } from './duties.js';
import { clock, day } from './format.js';
import { frame } from './frame.js';
import { Element, href } from './page.js';
import { learnNames } from './roles.js';
import { session } from './session.js';
import { site } from './site.js';
import { t } from './texts.js';
import './liaison.js';
import './login.js';

const LOOK_MILLIS = 60000;
const SAID_MILLIS = 6000;
const LATE_MILLIS = 300;
const ACTED_MILLIS = 1500;
const KEPT_PAGES = 12;
const UNREAD = '/api/platform/v1/notices/unread';

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
    if (this.page) {
      this.page.press(event);
    }
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
    const shown = () => key === this.keyOf();
    const page = await arrive(address, shown, () => this.set({ waiting: true, page: null }));
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
      if (await outdated(page) && shown()) {
        this.show(false);
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
    return frame(this);
  }
}

customElements.define('lia-app', App);
