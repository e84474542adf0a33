/** From an address to its page, also while the module of the page is being replaced. */

import { connection } from './api.js';
import { find } from './routes.js';
import { site } from './site.js';

const FRESH_MILLIS = 3000;
const REPLACED_TRIES = 20;
const REPLACED_MILLIS = 1500;

const tags = new Map();

/** A new version of a page is another class: it gets a tag of its own. */
function elementOf(type) {
  if (!tags.has(type)) {
    tags.set(type, `lia-page-${tags.size + 1}`);
    customElements.define(tags.get(type), type);
  }
  return document.createElement(tags.get(type));
}

/**
 * @param wanted tells whether the address is still the one that is shown
 * @param waiting told when the module is away
 * @returns the page; null when there is none; undefined when it is not wanted any more
 */
export async function arrive(address, wanted, waiting) {
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
        return wanted() ? page : undefined;
      } catch (gone) {
        if (tries > REPLACED_TRIES) {
          console.error(gone);
          return null;
        }
        waiting();
        await new Promise((done) => { setTimeout(done, REPLACED_MILLIS); });
      }
    }
    try {
      await site.refresh();
    } catch (away) {
      connection.tell(true);
    }
    if (!wanted()) {
      return undefined;
    }
  }
}

/** Whether another version of a page that was just opened is deployed by now. */
export async function outdated(page) {
  if (Date.now() - site.asked < FRESH_MILLIS) {
    return false;
  }
  try {
    await site.refresh();
  } catch (away) {
    return false;
  }
  const route = find(new URL(window.location.href));
  return Boolean(route) && route.base !== page.route.base;
}
