import { html, nothing } from 'lit';
import { Element } from '../page.js';
import { t } from '../texts.js';
import { time } from '../format.js';

const MARKS = { waiting: '○', running: '●', intime: '●', attention: '!', refused: '✕', done: '✓' };

/**
 * <lia-state>: a state as a word with a mark, never colour alone. Properties: kind (waiting, running, attention, refused, done;
 * intime = a clock that runs and is far from its end), text.
 */
export class State extends Element {
  static properties = { kind: {}, text: {} };

  render() {
    const kind = MARKS[this.kind] ? this.kind : 'waiting';
    return this.text
      ? html`<span class="lia-state ${kind}"><span class="sign" aria-hidden="true">${MARKS[kind]}</span>${this.text}</span>`
      : nothing;
  }
}

/** <lia-empty>: nothing is there. Properties: text (why, and what would fill it). */
export class Empty extends Element {
  static properties = { text: {} };

  render() {
    return html`<p class="lia-empty">${this.text || t.nothingHere}</p>`;
  }
}

/** <lia-problem>: what was refused. Properties: problem. Tells 'retry'. */
export class ProblemNote extends Element {
  static properties = { problem: { attribute: false } };

  render() {
    const { problem } = this;
    if (!problem) {
      return nothing;
    }
    const hidden = problem.status === 404 || problem.status === 403;
    const words = hidden ? t.notThere : problem.status === undefined ? t.problemPage : problem.message;
    return html`<div class="lia-problem" role="alert"><p>${words}</p>
      ${(problem.violations || []).length === 0 ? nothing : html`<ul>${problem.violations.map((violation) => html`
        <li>${violation.message}</li>`)}</ul>`}
      ${hidden ? nothing : html`<p><button type="button" class="btn btn-outline-secondary"
        @click=${() => this.dispatchEvent(new Event('retry'))}>${t.retry}</button></p>`}</div>`;
  }
}

/**
 * <lia-facts>: pairs of label and value, as a form has them, two beside each other where there is room. Properties: facts ([[label,
 * value]], or [label, value, 'wide'] for what needs the whole width). An empty value says that there is none.
 */
export class Facts extends Element {
  static properties = { facts: { attribute: false } };

  render() {
    return html`<dl class="lia-facts">${(this.facts || []).map(([label, value, width]) => html`<div class=${width || ''}><dt>${label}</dt>
      <dd>${value === null || value === undefined || value === '' ? html`<span class="lia-none">${t.none}</span>` : value}</dd></div>`)}</dl>`;
  }
}

/** <lia-steps>: where one stands in a row of steps. Properties: steps ([{label, state: 'done' | 'now' | 'todo', address}]). */
export class Steps extends Element {
  static properties = { steps: { attribute: false }, label: {} };

  render() {
    return html`<ol class="lia-steps" aria-label=${this.label || t.steps}>${(this.steps || []).map((step, i) => html`
      <li class=${step.state} aria-current=${step.state === 'now' ? 'step' : nothing}><span class="no">${i + 1}</span>
      ${step.address ? html`<a href=${step.address}>${step.label}</a>` : html`<span>${step.label}</span>`}</li>`)}</ol>`;
  }
}

/** <lia-timeline>: what happened, the last first. Properties: items ([{at, who, what, words}]). */
export class Timeline extends Element {
  static properties = { items: { attribute: false }, empty: {} };

  render() {
    const items = this.items || [];
    return items.length === 0
      ? html`<lia-empty .text=${this.empty || t.nothingHere}></lia-empty>`
      : html`<ol class="lia-timeline">${items.map((item) => html`<li><p class="what">${item.what}</p>
        <p class="who"><span>${item.who}</span> <time>${time(item.at)}</time></p>
        ${item.words ? html`<p class="words">${item.words}</p>` : nothing}</li>`)}</ol>`;
  }
}

customElements.define('lia-state', State);
customElements.define('lia-empty', Empty);
customElements.define('lia-problem', ProblemNote);
customElements.define('lia-facts', Facts);
customElements.define('lia-steps', Steps);
customElements.define('lia-timeline', Timeline);
