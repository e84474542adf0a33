import { Page } from 'liaison';

/** One thing that is being handled, a case or a certificate: what was typed and not yet sent, one act at a time, what was refused. */
export class Handled extends Page {
  names = new Map();

  /** What was typed and not yet sent, by field. */
  typed = {};

  passing = false;

  busy = false;

  refusal = null;

  /** What has just happened to it, in a sentence; null = nothing yet. */
  done = null;

  wrong(path) {
    return this.refusal ? this.refusal.of(path) : '';
  }

  async focusOn(...selectors) {
    await this.updateComplete;
    const found = selectors.map((selector) => this.querySelector(selector)).find(Boolean);
    if (found) {
      found.focus();
    }
  }
}
