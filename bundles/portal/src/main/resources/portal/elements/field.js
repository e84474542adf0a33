import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { Element } from '../page.js';
import { number } from '../format.js';
import { t } from '../texts.js';

let last = 0;

/**
 * <lia-field>: a label above, the control, a hint and what is wrong below. Properties: label, name, value, type (text, password,
 * number, date, textarea, select, radio, checkbox or any of <input>), options ([{value, label}]), hint, error, unit, required,
 * readonly, autocomplete, inputmode, maxlength, rows. Its value is up to date when it tells input and change.
 */
export class Field extends Element {
  static properties = {
    label: {}, name: {}, value: {}, type: {}, options: { attribute: false }, hint: {}, error: {}, unit: {}, autocomplete: {},
    inputmode: {}, maxlength: {}, rows: {}, required: { type: Boolean }, readonly: { type: Boolean }, large: { type: Boolean },
    cut: { state: true },
  };

  constructor() {
    super();
    last += 1;
    this.number = `field-${last}`;
    this.value = '';
    this.type = 'text';
    this.options = [];
    this.cut = '';
    this.addEventListener('beforeinput', (event) => this.measure(event));
    this.addEventListener('input', (event) => this.take(event));
    this.addEventListener('change', (event) => this.take(event));
  }

  take(event) {
    const { target } = event;
    if (target !== this) {
      this.value = this.type === 'checkbox' ? target.checked : target.value;
    }
  }

  /** The browser cuts what is pasted or dropped and does not fit, and says nothing. */
  measure(event) {
    const { target, data } = event;
    const most = Number(this.maxlength);
    if (most > 0 && data && !event.isComposing) {
      const room = most - target.value.length + target.selectionEnd - target.selectionStart;
      this.cut = data.length > 1 && data.length > room ? t.cut(number(data.length), most) : '';
    }
  }

  /** What is wrong, in words; empty = nothing. */
  get wrong() {
    return [this.cut, this.error].filter(Boolean).join(' ');
  }

  focus() {
    const control = this.querySelector('input, select, textarea');
    if (control) {
      control.focus();
    }
  }

  get described() {
    return [this.hint && `${this.number}-hint`, this.wrong && `${this.number}-error`].filter(Boolean).join(' ') || nothing;
  }

  below() {
    return html`${this.hint ? html`<p class="lia-hint" id="${this.number}-hint">${this.hint}</p>` : nothing}
      ${this.wrong ? html`<p class="lia-wrong" id="${this.number}-error" role=${this.cut ? 'alert' : nothing}>${this.wrong}</p>` : nothing}`;
  }

  caption() {
    return html`${this.label}${this.required ? html`<span class="lia-must">${t.required}</span>` : nothing}`;
  }

  render() {
    if (this.type === 'radio') {
      return html`<fieldset class="lia-field" aria-describedby=${this.described}>
        <legend class="lia-label">${this.caption()}</legend>
        ${this.options.map((option, i) => html`<div class="form-check">
          <input class="form-check-input" type="radio" id="${this.number}-${i}" name=${this.number} .value=${option.value}
            .checked=${live(option.value === this.value)} ?disabled=${this.readonly}>
          <label class="form-check-label" for="${this.number}-${i}">${option.label}</label></div>`)}
        ${this.below()}</fieldset>`;
    }
    if (this.type === 'checkbox') {
      return html`<div class="lia-field"><div class="form-check">
        <input class="form-check-input" type="checkbox" id=${this.number} .checked=${live(Boolean(this.value))}
          ?disabled=${this.readonly} aria-describedby=${this.described}>
        <label class="form-check-label" for=${this.number}>${this.label}</label></div>${this.below()}</div>`;
    }
    return html`<div class="lia-field"><label class="lia-label" for=${this.number}>${this.caption()}</label>
      <div class="lia-control">${this.control()}${this.unit ? html`<span class="lia-unit">${this.unit}</span>` : nothing}</div>
      ${this.below()}</div>`;
  }

  control() {
    const value = live(this.value === null || this.value === undefined ? '' : String(this.value));
    const invalid = this.wrong ? 'true' : nothing;
    const must = this.required ? 'true' : nothing;
    if (this.type === 'select') {
      return html`<select class="form-select" id=${this.number} aria-invalid=${invalid} aria-required=${must}
        aria-describedby=${this.described} ?disabled=${this.readonly}>
        ${this.options.map((option) => html`<option value=${option.value}
          ?selected=${String(option.value) === String(this.value === null ? '' : this.value)}>${option.label}</option>`)}</select>`;
    }
    if (this.type === 'textarea') {
      return html`<textarea class="form-control" id=${this.number} rows=${this.rows || 3} .value=${value} aria-invalid=${invalid}
        aria-required=${must} aria-describedby=${this.described} ?readonly=${this.readonly}
        maxlength=${this.maxlength || nothing}></textarea>`;
    }
    return html`<input class="form-control" id=${this.number} type=${this.type} .value=${value} aria-invalid=${invalid}
      aria-required=${must} aria-describedby=${this.described} ?readonly=${this.readonly} autocomplete=${this.autocomplete || 'off'}
      inputmode=${this.inputmode || nothing} maxlength=${this.maxlength || nothing} spellcheck="false">`;
  }
}

customElements.define('lia-field', Field);

/** What the fields within an element hold now, by their names. */
export function valuesOf(element) {
  const values = {};
  for (const field of element.querySelectorAll('lia-field')) {
    if (field.name) {
      values[field.name] = field.value;
    }
  }
  return values;
}
