/** A role within a scope, as people read it. */

import { api } from './api.js';
import { session } from './session.js';
import { site, load } from './site.js';
import { t } from './texts.js';

/** Scope to what a module calls it: the name is the same whoever holds the role. */
const names = new Map();

/** What the scope of a binding is: 全部机构, 城市370100, or the name that a module gives it. */
export function scopeOf(binding) {
  const [kind, id] = binding.scope.split(':');
  const known = names.get(binding.scope);
  return known || {
    ALL: t.scopeAll, CITY: t.scopeCity(id), OFFICE: t.scopeOffice, DISPATCHER: t.scopeDispatcher, TASK: t.scopeTask,
  }[kind] || binding.scope;
}

/** 填报员（某办事处）. */
export function roleOf(binding) {
  const role = t[binding.role] || binding.roleLabel;
  return binding.scope === 'ALL' ? role : t.roleWithin(role, scopeOf(binding));
}

/** The name that a module gave a scope; nothing when there is none, or nobody has asked yet. */
export function scopeName(scope) {
  return names.get(scope);
}

/** Asks the modules for the names of scopes. @param bindings [{scope, acting}]; without acting those of others, asked as who one is */
export async function learnNames(bindings) {
  const wanted = new Map(bindings.filter((binding) => binding.scope !== 'ALL' && !names.has(binding.scope)).map((binding) => [binding.scope, binding]));
  for (const module of site.modules.filter((each) => each.pages.scopes)) {
    const { load: file, operation } = module.pages.scopes;
    const asked = Array.from(wanted.values()).filter((binding) => binding.acting || session.may(operation));
    if (asked.length > 0) {
      const { default: nameOf } = await load({ module, load: file });
      await Promise.all(asked.map(async (binding) => {
        try {
          const name = await nameOf(binding, api);
          if (name) {
            names.set(binding.scope, name);
          }
        } catch (refused) {
          // then the kind of the scope has to do
        }
      }));
    }
  }
}

/** The scopes of a kind that a word leads to, as far as modules know them and one may ask: [{scope, name}]. */
export async function findScopes(kind, word) {
  const asked = site.modules.filter((module) => module.pages.scopes && session.may(module.pages.scopes.operation));
  const found = (await Promise.all(asked.map(async (module) => {
    const { find } = await load({ module, load: module.pages.scopes.load });
    return find ? find(kind, word, api) : [];
  }))).flat();
  found.forEach(({ scope, name }) => names.set(scope, name));
  return found;
}
