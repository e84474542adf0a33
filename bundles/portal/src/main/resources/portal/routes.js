/** Which page an address shows: the shell's own and those of the modules that are there. */

import { load, site } from './site.js';
import { session } from './session.js';

const OWN = [
  { path: '', load: 'pages/home.js' },
  { path: 'account', load: 'pages/account.js' },
  { path: 'notices', load: 'pages/notices.js' },
  { path: 'search', load: 'pages/search.js' },
  { path: 'help', load: 'pages/help.js' },
];
const PREFIX = '/portal/';

/** Values of a pattern's :names in a path; null = does not match. */
export function match(pattern, path) {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) {
    return null;
  }
  const values = {};
  for (let i = 0; i < wanted.length; i += 1) {
    if (wanted[i].startsWith(':') && given[i] !== '') {
      values[wanted[i].slice(1)] = decodeURIComponent(given[i]);
    } else if (wanted[i] !== given[i]) {
      return null;
    }
  }
  return values;
}

/**
 * Finds the page of an address.
 *
 * @returns {{load, params, base}} load(tries) gives the ES module, base is the version it is of; null when there is no page that the caller may see
 */
export function find(address) {
  const path = address.pathname.slice(PREFIX.length).replace(/\/$/, '');
  for (const route of OWN) {
    const params = match(route.path, path);
    if (params) {
      return { load: (tries) => load({ module: { base: site.shell }, load: route.load }, tries), params, base: site.shell };
    }
  }
  for (const route of site.contributions('routes')) {
    const params = match(route.path, path);
    if (params) {
      return { load: (tries) => load(route, tries), params, base: route.module.base };
    }
  }
  return null;
}

/** The menu: [{title, items: [{text, path}]}], modules without an entry left out. */
export function menu() {
  return site.modules
    .map((module) => ({
      title: module.pages.title,
      items: (module.pages.menu || []).filter((item) => session.may(item.operation) && (!item.roles || session.is(...item.roles))),
    }))
    .filter((group) => group.items.length > 0);
}
