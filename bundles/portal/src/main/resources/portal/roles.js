/** A role within a scope, as people read it. */

import { api } from './api.js';
import { site, load } from './site.js';
import { t } from './texts.js';

const names = new Map();

/** What the scope of a binding is: 全部机构, 城市370100, or the name that a module gives it. */
export function scopeOf(binding) {
  const [kind, id] = binding.scope.split(':');
  const known = names.get(binding.acting);
  return known || {
    ALL: t.scopeAll, CITY: t.scopeCity(id), OFFICE: t.scopeOffice, DISPATCHER: t.scopeDispatcher, TASK: t.scopeTask,
  }[kind] || binding.scope;
}

/** 填报员（某办事处）. */
export function roleOf(binding) {
  const role = t[binding.role] || binding.roleLabel;
  return binding.scope === 'ALL' ? role : t.roleWithin(role, scopeOf(binding));
}

/** Asks the modules for the names of offices and dispatchers. */
export async function learnNames(bindings) {
  const wanted = bindings.filter((binding) => binding.scope !== 'ALL' && !names.has(binding.acting));
  for (const module of site.modules.filter((each) => each.pages.scopes)) {
    const { default: nameOf } = await load({ module, load: module.pages.scopes });
    for (const binding of wanted) {
      try {
        const name = await nameOf(binding, api);
        if (name) {
          names.set(binding.acting, name);
        }
      } catch (refused) {
        // then the kind of the scope has to do
      }
    }
  }
}
