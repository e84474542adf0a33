import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../page.js';
import { t } from '../texts.js';

/**
 * <lia-table>: a list; on a narrow screen each row becomes a card of label and value. Properties: columns ([{label, cell: row => ...,
 * kind: 'number' | 'narrow' | 'wide'}]), rows, key (row => unique), caption (read to those who do not see it), empty (what to
 * say when there is none), more (whether there are further rows; then it tells 'more'). Keys j and k move between the links of rows.
 */
export class Table extends Element {
  static properties = {
    columns: { attribute: false }, rows: { attribute: false }, key: { attribute: false }, caption: {}, empty: {},
    more: { type: Boolean }, busy: { type: Boolean },
  };

  constructor() {
    super();
    this.columns = [];
    this.rows = [];
    this.key = (row) => row.id;
    this.pressed = (event) => this.move(event);
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.pressed);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.pressed);
    super.disconnectedCallback();
  }

  move(event) {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, select, textarea')) {
      return;
    }
    const links = Array.from(this.querySelectorAll('tbody tr')).map((row) => row.querySelector('a')).filter(Boolean);
    const present = links.indexOf(document.activeElement);
    const next = links[present < 0 ? 0 : present + step];
    if (next) {
      next.focus();
      event.preventDefault();
    }
  }

  tellMore() {
    this.dispatchEvent(new Event('more'));
  }

  /** A card leaves out what has no value. */
  cell(column, value) {
    const blank = value === nothing || value === '' || value === null || value === undefined;
    return html`<td class="${column.kind || ''}${blank ? ' blank' : ''}" data-label=${column.label}><span>${value}</span></td>`;
  }

  render() {
    if (this.rows.length === 0) {
      return html`<lia-empty .text=${this.empty || t.nothingHere}></lia-empty>`;
    }
    return html`<div class="lia-table" tabindex="0" role="group" aria-label=${this.caption || nothing}><table class="table">
      ${this.caption ? html`<caption class="visually-hidden">${this.caption}</caption>` : nothing}
      <thead><tr>${this.columns.map((column) => html`<th scope="col" class=${column.kind || ''}>${column.label}</th>`)}</tr></thead>
      <tbody>${repeat(this.rows, this.key, (row) => html`<tr>${this.columns.map((column) => this.cell(column, column.cell(row)))}</tr>`)}</tbody></table></div>
      ${this.more ? html`<p class="lia-more"><button type="button" class="btn btn-outline-secondary" ?disabled=${this.busy}
        @click=${() => this.tellMore()}>${t.more}</button></p>` : nothing}`;
  }
}

customElements.define('lia-table', Table);
