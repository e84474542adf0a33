/** What waits for the caller, as the modules tell it: for the start page, and for the count at the top of every page. */

import { say } from './i18n.js';
import { load, site } from './site.js';

class Duties extends EventTarget {
  /** [{text, address, dueOn, light}], the most urgent first. */
  items = [];

  /** Titles of the modules that did not answer. */
  absent = [];

  asking = null;

  turn = 0;

  /** Asks the modules, once for all who want to know at the same time; tells 'change'. */
  refresh() {
    if (!this.asking) {
      const { turn } = this;
      this.asking = this.ask(turn).finally(() => { this.asking = turn === this.turn ? null : this.asking; });
    }
    return this.asking;
  }

  /** Forgets what waited for whom one acted as until now. */
  forget() {
    this.turn += 1;
    this.asking = null;
    this.items = [];
    this.absent = [];
  }

  async ask(turn) {
    const absent = [];
    const asked = await Promise.all(site.contributions('duties').map(async (source) => {
      try {
        const { default: duties } = await load(source);
        return await duties();
      } catch (refused) {
        absent.push(source.module.pages.title);
        return [];
      }
    }));
    if (turn !== this.turn) {
      return;
    }
    // what has no last day comes after what has one
    this.items = asked.flat().sort((a, b) => (a.dueOn || '9').localeCompare(b.dueOn || '9'));
    this.absent = absent;
    this.dispatchEvent(new Event('change'));
  }

  /** Titles of what did not answer, in the language of now. */
  absentNames() {
    return this.absent.map(say);
  }
}

export const duties = new Duties();
