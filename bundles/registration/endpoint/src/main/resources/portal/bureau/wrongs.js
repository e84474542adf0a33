/** What is wrong, each in its sentence, below the sentence that says so of the whole. */

import { html, nothing } from 'liaison';

export function wrongs(refusal) {
  const sentences = refusal.violations.map((violation) => violation.message).filter((message) => message !== refusal.message);
  return sentences.length === 0 ? nothing : html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}
