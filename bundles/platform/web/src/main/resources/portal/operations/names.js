import { t } from './texts.js';

/** The name of an operation, or of.office and the like for what is acted on; nothing for those of other modules. */
export default function nameOf(operation) {
  return t[operation];
}
