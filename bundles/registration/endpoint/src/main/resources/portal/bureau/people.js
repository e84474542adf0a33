/** The Bureau's people by their accounts, for those who may pass cases on. */

import { api, may, session } from 'liaison';

const ADDRESS = '/api/registration/v1/applications/colleagues';
const ROLES = ['CLK', 'REV', 'LDR'];

const asked = new Map();
session.addEventListener('change', () => asked.clear());

/** Who acts in a role: [{account, name}]; nobody for those who may not ask. */
export function colleagues(role) {
  if (!may('registration.application.reassign')) {
    return Promise.resolve([]);
  }
  if (!asked.has(role)) {
    asked.set(role, api.get(ADDRESS, { role }, { repeat: false }).then((answer) => answer.items, () => {
      asked.delete(role);
      return [];
    }));
  }
  return asked.get(role);
}

/** Account to name. */
export async function names() {
  const people = await Promise.all(ROLES.map(colleagues));
  return new Map(people.flat().map((person) => [person.account, person.name]));
}

/** A person as shown: the name, else the account. */
export function nameOf(known, account) {
  return (known && known.get(account)) || account || '';
}
