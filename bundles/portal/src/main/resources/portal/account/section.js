import { html, nothing } from 'lit';
import { Problem } from '../api.js';
import { announce, Element } from '../page.js';
import { t } from '../texts.js';

/** A part of the account page: loads for itself and shows what was refused beside what was asked. */
export class Section extends Element {
  problem = null;

  busy = false;

  connectedCallback() {
    super.connectedCallback();
    this.run(() => this.load());
  }

  async load() {}

  /** Does something and draws the part again. @param done what to say when it went well */
  async run(work, done) {
    this.busy = true;
    this.problem = null;
    this.requestUpdate();
    try {
      await work();
      if (done) {
        announce(done);
      }
    } catch (refused) {
      this.problem = refused instanceof Problem ? refused : new Problem(0, { detail: t.problemPage });
    }
    this.busy = false;
    this.requestUpdate();
  }

  wrong(path) {
    return this.problem ? this.problem.of(path) : '';
  }

  /** What was refused, as far as it stands beside no field. @param fields paths that show their own */
  refusal(...fields) {
    const { problem } = this;
    const shown = problem && problem.violations.length > 0 && problem.violations.every((each) => fields.includes(each.path));
    return problem && !shown ? html`<div class="lia-problem" role="alert"><p>${problem.message}</p></div>` : nothing;
  }
}
