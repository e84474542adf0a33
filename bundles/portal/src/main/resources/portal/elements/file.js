import { html, nothing } from 'lit';
import { Element } from '../page.js';
import { t } from '../texts.js';
import { bytes } from '../format.js';

let last = 0;

/**
 * <lia-file>: files that belong to one heading, dropped or picked. Properties: label, hint, error, accept (as of <input>), files ([{id,
 * fileName, size}]), sent (share of the upload that runs, 0 to 1; null = none), sending (name of the file that is sent), multiple
 * (whether several may be given at once, and more while one is sent), readonly. Tells 'pick' (detail: the File) for each,
 * 'open' and 'remove' (detail: the entry of files).
 */
export class FileBox extends Element {
  static properties = {
    label: {}, hint: {}, error: {}, accept: {}, files: { attribute: false }, sent: { attribute: false }, sending: {}, readonly: { type: Boolean },
    multiple: { type: Boolean }, over: { state: true },
  };

  constructor() {
    super();
    last += 1;
    this.number = `file-${last}`;
    this.files = [];
    this.sent = null;
    this.over = false;
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  take(list) {
    this.over = false;
    if (!this.readonly && (this.multiple || this.sent === null)) {
      [...list].slice(0, this.multiple ? list.length : 1).forEach((file) => this.tell('pick', file));
    }
  }

  box() {
    return html`<div class="lia-drop ${this.over ? 'over' : ''}"
      @dragover=${(event) => { event.preventDefault(); this.over = true; }}
      @dragleave=${() => { this.over = false; }}
      @drop=${(event) => { event.preventDefault(); this.take(event.dataTransfer.files); }}>
      <label class="btn btn-outline-secondary" for=${this.number}>${t.pickFile}</label>
      <input class="visually-hidden" type="file" id=${this.number} accept=${this.accept || nothing} ?multiple=${this.multiple} aria-label="${this.label} ${t.pickFile}"
        @change=${(event) => { this.take(event.target.files); event.target.value = ''; }}>
      <span class="lia-hint">${t.dropFile}</span></div>`;
  }

  render() {
    return html`<div class="lia-field"><p class="lia-label">${this.label}</p>
      ${this.hint ? html`<p class="lia-hint">${this.hint}</p>` : nothing}
      <ul class="lia-files">${this.files.map((file) => html`<li>
        <button type="button" class="btn btn-link" @click=${() => this.tell('open', file)}>${file.fileName}</button>
        <span class="lia-hint">${bytes(file.size)}</span>
        ${this.readonly ? nothing : html`<button type="button" class="btn btn-link lia-danger"
          aria-label="${t.remove} ${file.fileName}" @click=${() => this.tell('remove', file)}>${t.remove}</button>`}</li>`)}</ul>
      ${this.sent === null ? nothing : html`<p class="lia-hint">${t.sending}${this.sending || ''}　${Math.floor(this.sent * 100)}%</p>
        <progress max="1" .value=${this.sent} aria-label=${t.sending}></progress>`}
      ${this.readonly || (this.sent !== null && !this.multiple) ? nothing : this.box()}
      ${this.error ? html`<p class="lia-wrong" role="alert">${this.error}</p>` : nothing}</div>`;
  }
}

customElements.define('lia-file', FileBox);

// a file that misses its box would take the place of the page
for (const kind of ['dragover', 'drop']) {
  window.addEventListener(kind, (event) => {
    if (event.dataTransfer && [...event.dataTransfer.types].includes('Files')) {
      event.preventDefault();
    }
  });
}
