/** What the modules that are there call their operations. */

import { load, site } from './site.js';

/** Answers name(operation): in the language of the moment, the operation itself when no module names it. */
export async function operationNames() {
  const found = await Promise.all(site.modules.filter((module) => module.pages.operations)
    .map((module) => load({ module, load: module.pages.operations }).catch(() => null)));
  const naming = found.filter(Boolean).map((each) => each.default);
  return (operation) => naming.map((nameOf) => nameOf(operation)).find(Boolean) || operation;
}
