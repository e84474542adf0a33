/**
 * What was typed and not yet sent, kept by the window for its own reload: whoever loads the page anew while the server is away loses
 * nothing. It ends with the window, is another account's never, and no whole identity number is in it.
 */

import { session } from 'liaison';

const nameOf = (id) => `liaison.draft.${session.me.account}.${id}`;

const withoutNumbers = (key, value) => (key === 'idNumber' && !String(value).includes('*') ? undefined : value);

/** @param draft {base, form}; what is the same in both is nothing to keep */
export function keep(id, draft) {
  try {
    sessionStorage.setItem(nameOf(id), JSON.stringify({ base: draft.base, form: draft.form }, withoutNumbers));
  } catch (full) {
    // the window keeps no more; what was typed is still on the page
    forget(id);
  }
}

export function forget(id) {
  sessionStorage.removeItem(nameOf(id));
}

/** What was kept: {base, form}; null = nothing. */
export function kept(id) {
  return JSON.parse(sessionStorage.getItem(nameOf(id)) || 'null');
}
