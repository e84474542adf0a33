/** Files and documents, looked at on the page, printed and kept. */

import { api, html, nothing } from 'liaison';
import { t } from './texts.js';

const PICTURES = ['image/png', 'image/jpeg'];
const PDF = 'application/pdf';

export class Viewer {
  /** {id, name, type, address}; null = nothing is shown. */
  shown = null;

  problem = null;

  /** Of what was asked for last. */
  asked = null;

  constructor(page, base) {
    this.page = page;
    this.base = base;
  }

  file(file) {
    return this.open(file.id, file.fileName, `${this.base()}/files/${file.id}`);
  }

  /** @param quietly without going to it */
  async open(id, name, path, quietly) {
    this.close();
    this.asked = id;
    this.page.set({});
    try {
      const content = await api.file(path);
      this.shown = { id, name, type: content.type.split(';')[0], address: URL.createObjectURL(content) };
    } catch (refused) {
      this.problem = refused;
    }
    this.page.set({});
    await this.page.updateComplete;
    const part = this.page.querySelector('.lia-viewer');
    if (part && !quietly) {
      part.scrollIntoView({ block: 'nearest' });
      part.focus({ preventScroll: true });
    }
  }

  close() {
    if (this.shown) {
      URL.revokeObjectURL(this.shown.address);
    }
    this.shown = null;
    this.problem = null;
  }

  content() {
    const { type, address, name } = this.shown;
    if (PICTURES.includes(type)) {
      return html`<img class="img-fluid" src=${address} alt=${name}>`;
    }
    return type === PDF
      ? html`<iframe src="${address}#navpanes=0&view=FitH" title=${name} width="100%" height="720"></iframe>`
      : html`<p class="lia-note">${t.noPreview}</p>`;
  }

  view() {
    if (this.problem) {
      return html`<lia-problem .problem=${this.problem} @retry=${() => { this.close(); this.page.set({}); }}></lia-problem>`;
    }
    return this.shown === null ? nothing : html`<section class="lia-sheet lia-viewer" tabindex="-1" aria-label=${this.shown.name}><h3 class="mt-0">${this.shown.name}</h3>
      <p class="lia-bar"><a class="btn btn-outline-secondary" href=${this.shown.address} target="_blank" rel="noopener">${t.openAndPrint}</a>
      <a class="btn btn-outline-secondary" href=${this.shown.address} download=${this.shown.name}>${t.download}</a>
      <button type="button" class="btn btn-outline-secondary" @click=${() => { this.close(); this.page.set({}); }}>${t.close}</button></p>
      ${this.content()}</section>`;
  }
}
