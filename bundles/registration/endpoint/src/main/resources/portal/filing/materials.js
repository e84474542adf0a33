/** The five materials: their papers' number and day, the files, looked at beside the list. */

import { announce, api, day, html, newKey, nothing } from 'liaison';
import { labelOf } from './fields.js';
import { t } from './texts.js';

const ACCEPT = '.pdf,.ofd,.jpg,.jpeg,.png,.docx';
const LARGEST = 20 * 1024 * 1024;

/** Papers with a number and a day. */
const NUMBERED = ['M1', 'M3a', 'M4'];

/** What the page remembers of uploads: by code the share that is sent, and what was wrong. */
export class Uploads {
  sent = {};

  wrong = {};

  constructor(page) {
    this.page = page;
  }

  draw() {
    this.page.requestUpdate();
  }

  /** @param replaced the file that goes when the new one is there; null = none */
  async send(draft, code, file, replaced) {
    const present = materialOf(draft, code).files;
    if (file.size > LARGEST) {
      this.wrong[code] = t.fileTooLarge(file.name);
    } else if (file.size === 0) {
      this.wrong[code] = t.fileEmpty(file.name);
    } else if (present.some((each) => each.fileName === file.name && each.size === file.size) && !replaced) {
      this.wrong[code] = t.fileTwice(file.name);
    } else {
      this.wrong[code] = '';
      this.sent[code] = 0;
      this.draw();
      const key = newKey();
      try {
        await draft.write((version) => api.upload(`${draft.address}/materials/${code}/files`, file, { version, key }, (share) => {
          this.sent[code] = share;
          this.draw();
        }));
        if (replaced) {
          await draft.write((version) => api.delete(`${draft.address}/files/${replaced.id}`, { version }));
        }
        announce(t.fileSent(file.name));
        draft.look();
      } catch (refused) {
        this.wrong[code] = [refused.message, ...refused.violations.map((each) => each.message)].filter((each, i, all) => all.indexOf(each) === i).join(' ');
      }
      delete this.sent[code];
    }
    this.draw();
  }

  async remove(draft, code, file) {
    this.wrong[code] = '';
    try {
      await draft.write((version) => api.delete(`${draft.address}/files/${file.id}`, { version }));
      announce(t.fileRemoved(file.fileName));
      draft.look();
    } catch (refused) {
      this.wrong[code] = refused.message;
    }
    this.draw();
  }
}

export function materialOf(draft, code) {
  const found = (draft.application.materials || []).find((each) => each.code === code) || {};
  return { code, documentNo: found.documentNo || '', documentDate: found.documentDate || '', files: found.files || [] };
}

function paper(draft, material) {
  const put = (values) => draft.write((version) => api.put(`${draft.address}/materials/${material.code}`, {
    documentNo: material.documentNo || null, documentDate: material.documentDate || null, ...values,
  }, { version })).catch((refused) => draft.tell({ problem: refused }));
  const path = `materials.${material.code}.documentNo`;
  return html`<div class="row gx-3"><div class="col-12 col-sm-6 col-lg-4"><lia-field label=${t.documentNo} maxlength="60" .value=${material.documentNo}
      data-path=${path} .error=${draft.wrong(path)} ?readonly=${!draft.open} @change=${(event) => put({ documentNo: event.currentTarget.value.trim() || null })}></lia-field></div>
    <div class="col-12 col-sm-6 col-lg-4"><lia-field type="date" label=${t.documentDate} .value=${day(material.documentDate)} ?readonly=${!draft.open}
      @change=${(event) => put({ documentDate: event.currentTarget.value || null })}></lia-field></div></div>`;
}

/** One material. @param viewer shows a file */
export function materialBox(draft, uploads, code, viewer) {
  const material = materialOf(draft, code);
  const path = `materials.${code}`;
  const sent = uploads.sent[code];
  const wrong = uploads.wrong[code] || draft.wrong(path, true);
  const asked = draft.hints(path);
  return html`<div class="border-top pt-3" data-path=${path} tabindex="-1"><lia-file label=${labelOf(draft, 'material', code)} .hint=${t[`hint.${code}`]} accept=${ACCEPT}
      .files=${material.files} .sent=${sent === undefined ? null : sent} .error=${wrong} ?readonly=${!draft.open}
      @pick=${(event) => uploads.send(draft, code, event.detail)} @remove=${(event) => uploads.remove(draft, code, event.detail)}
      @open=${(event) => viewer.file(event.detail)}></lia-file>
    ${asked ? html`<p class="lia-hint">${t.clerkAsks(asked)}</p>` : nothing}
    ${NUMBERED.includes(code) ? paper(draft, material) : nothing}${viewer.shown && material.files.some((each) => each.id === viewer.shown.id) ? viewer.view() : nothing}</div>`;
}

export function materials(draft, uploads, viewer) {
  return (draft.lists.material || []).map((each) => materialBox(draft, uploads, each.code, viewer));
}
