/** What every page is: something that loads, then shows itself; loading, refusal and absence look the same everywhere. */

import { LitElement, html, nothing } from 'lit';
import { Problem } from './api.js';
import { t } from './texts.js';

/** An address within the portal. @param parts of the path, each as it is; null = none */
export function href(...parts) {
  return `/portal/${parts.map((part) => String(part).split('/').map(encodeURIComponent).join('/')).join('/')}`;
}

/** Goes to an address as if a link had been followed. */
export function go(address) {
  window.dispatchEvent(new CustomEvent('liaison-go', { detail: address }));
}

/** Says in a line at the foot of the page what was done; screen readers read it out. */
export function announce(text) {
  window.dispatchEvent(new CustomEvent('liaison-announce', { detail: text }));
}

/** A control of the design system: drawn into the page itself, so that one style sheet, labels and printing hold for all. */
export class Element extends LitElement {
  createRenderRoot() {
    return this;
  }
}

export class Page extends Element {
  /** Values of the route's :names. */
  params = {};

  /** Values of the address's query part. */
  query = {};

  phase = 'loading';

  problem = null;

  turn = 0;

  /** What the page is, for its heading and the window's title. */
  get heading() {
    return '';
  }

  /** Pages above this one: [{text, address}]. */
  get trail() {
    return [];
  }

  /** Help to this page; nothing = the general help alone. */
  help() {
    return nothing;
  }

  /** A key was pressed while the page is shown. */
  press() {}

  /** Fetches what the page shows. */
  async load() {}

  view() {
    return nothing;
  }

  /** Changes fields of the page and draws it again. */
  set(values) {
    Object.assign(this, values);
    this.requestUpdate();
  }

  open(params, query) {
    this.params = params;
    this.query = query;
    return this.reload();
  }

  async reload() {
    this.turn += 1;
    const { turn } = this;
    try {
      await this.load();
      if (turn === this.turn) {
        this.set({ phase: 'ready', problem: null });
      }
    } catch (refused) {
      if (turn === this.turn) {
        this.set({ phase: 'failed', problem: refused });
      }
      if (!(refused instanceof Problem)) {
        console.error(refused);
      }
    }
    this.dispatchEvent(new Event('liaison-page', { bubbles: true }));
  }

  updated() {
    this.setAttribute('aria-busy', String(this.phase === 'loading'));
  }

  render() {
    if (this.phase === 'loading') {
      return html`<p class="lia-loading" role="status">${t.loading}</p>`;
    }
    return this.phase === 'failed'
      ? html`<lia-problem .problem=${this.problem} @retry=${() => this.reload()}></lia-problem>`
      : this.view();
  }
}
