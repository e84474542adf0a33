/** What is wrong, each in its sentence with the field it is about, below the sentence that says so of the whole. */

import { html, nothing } from 'liaison';
import { t } from './texts.js';

/** @param labelOf path to the label of its field; nothing for what has none */
export function wrongs(refusal, labelOf = () => '') {
  const sentences = refusal.violations.filter((violation) => violation.message !== refusal.message || refusal.violations.length > 1)
    .map((violation) => (labelOf(violation.path) ? t.wrongAt(labelOf(violation.path), violation.message) : violation.message));
  return sentences.length === 0 ? nothing : html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}
