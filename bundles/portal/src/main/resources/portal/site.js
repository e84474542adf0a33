/** What is deployed now: the modules with their pages. Menu, duties, tiles and search are what they contribute. */

import { session } from './session.js';

const ADDRESS = '/portal/-/site.json';

class Site extends EventTarget {
  /** Address of the shell's files that this page was loaded with. */
  shell = new URL('.', import.meta.url).pathname;

  version = '';
  demo = false;
  modules = [];
  /** Whether the server serves another shell than this page has. */
  renewed = false;
  /** How far the server's clock, which judges deadlines, is ahead of this machine's, in milliseconds. */
  ahead = 0;

  /** When it was asked last, by this machine's clock. */
  asked = 0;

  async refresh() {
    const asked = Date.now();
    const response = await fetch(ADDRESS, { cache: 'no-store' });
    if (!response.ok) {
      throw new Error(`${ADDRESS} ${response.status}`);
    }
    const described = await response.json();
    const before = JSON.stringify(this.modules);
    this.ahead = Date.parse(described.now) - (asked + Date.now()) / 2;
    this.asked = asked;
    this.version = described.version;
    this.demo = described.demo;
    this.modules = described.modules.sort((a, b) => (a.pages.order || 100) - (b.pages.order || 100));
    this.renewed = described.shell !== this.shell;
    if (JSON.stringify(this.modules) !== before) {
      this.dispatchEvent(new Event('change'));
    }
  }

  now() {
    return Date.now() + this.ahead;
  }

  /** What modules contribute of a kind (menu, routes, duties, tiles, search) and the caller may use, each with its module. */
  contributions(kind) {
    return this.modules.flatMap((module) => (module.pages[kind] || [])
      .filter((entry) => session.may(entry.operation) && (!entry.roles || session.is(...entry.roles)))
      .map((entry) => ({ ...entry, module })));
  }
}

export const site = new Site();

/**
 * Loads the ES module a contribution names, in the version that is deployed now.
 *
 * @param tries how often it failed before: a browser may keep a failure under an address, so the next try has another one
 */
export async function load(contribution, tries) {
  return import(`${contribution.module.base}${contribution.load}${tries ? `?${tries}` : ''}`);
}
