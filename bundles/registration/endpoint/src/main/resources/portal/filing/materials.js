/** The five materials: their papers' number and day, the files, looked at beside the list. */

import { announce, api, day, html, newKey, nothing } from 'liaison';
import { labelOf } from './fields.js';
import { valueAt } from './paths.js';
import { t } from './texts.js';

const ACCEPT = '.pdf,.ofd,.jpg,.jpeg,.png,.docx';
const NAMES = /\.(pdf|ofd|jpe?g|png|docx)$/i;
const LARGEST = 20 * 1024 * 1024;
const PAUSE_MILLIS = 3000;

/** Papers with a number and a day, and where the form has them. */
const NUMBERED = { M1: 'letter', M3a: 'head.appointment', M4: 'commitment' };

const pause = (millis) => new Promise((done) => { setTimeout(done, millis); });
const sentencesOf = (refused) => [refused.message, ...refused.violations.map((each) => each.message)]
  .filter((each, i, all) => all.indexOf(each) === i).join(t.semicolon);

/** What the page remembers of uploads: by code the file that is sent with its share, and what was wrong. */
export class Uploads {
  /** By code {name, share}. */
  sent = {};

  /** By code the sentences about files that were not taken. */
  wrong = {};

  /** By code whether the next file takes the place of those that are there. */
  replace = {};

  line = Promise.resolve();

  waiting = 0;

  constructor(page) {
    this.page = page;
  }

  draw() {
    this.page.requestUpdate();
  }

  /** Sends one file after the other, in the order they were given. */
  send(draft, code, file) {
    if (this.waiting === 0) {
      this.wrong[code] = [];
    }
    this.waiting += 1;
    this.line = this.line.then(() => this.one(draft, code, file)).finally(() => { this.waiting -= 1; });
    return this.line;
  }

  refuse(code, sentence) {
    this.wrong[code] = [...(this.wrong[code] || []).filter((each) => each !== sentence), sentence];
    this.draw();
  }

  async one(draft, code, file) {
    const present = materialOf(draft, code).files;
    const replaced = this.replace[code] ? present : [];
    if (!NAMES.test(file.name)) {
      this.refuse(code, t.fileKind(file.name));
    } else if (file.size > LARGEST) {
      this.refuse(code, t.fileTooLarge(file.name));
    } else if (file.size === 0) {
      this.refuse(code, t.fileEmpty(file.name));
    } else if (present.some((each) => each.fileName === file.name && each.size === file.size) && replaced.length === 0) {
      this.refuse(code, t.fileTwice(file.name));
    } else {
      try {
        await this.put(draft, code, file);
        for (const old of replaced) {
          await draft.write((version) => api.delete(`${draft.address}/files/${old.id}`, { version }));
        }
        this.replace[code] = false;
        await number(draft, code);
        announce(t.fileSent(file.name));
        draft.look();
      } catch (refused) {
        this.refuse(code, `${file.name}：${sentencesOf(refused)}`);
      }
      delete this.sent[code];
    }
    this.draw();
  }

  /** Sends a file; while the server is away it waits, and under one key it is taken once. */
  async put(draft, code, file) {
    const key = newKey();
    for (;;) {
      this.sent[code] = { name: file.name, share: 0 };
      this.draw();
      try {
        return await draft.write((version) => api.upload(`${draft.address}/materials/${code}/files`, file, { version, key }, (share) => {
          this.sent[code] = { name: file.name, share };
          this.draw();
        }));
      } catch (refused) {
        if (refused.status !== 0 && refused.status !== 503) {
          throw refused;
        }
        await pause(PAUSE_MILLIS);
      }
    }
  }

  async remove(draft, code, file) {
    this.wrong[code] = [];
    try {
      await draft.write((version) => api.delete(`${draft.address}/files/${file.id}`, { version }));
      announce(t.fileRemoved(file.fileName));
      draft.look();
    } catch (refused) {
      this.wrong[code] = [refused.message];
    }
    this.draw();
  }
}

export function materialOf(draft, code) {
  const found = (draft.application.materials || []).find((each) => each.code === code) || {};
  return { code, documentNo: found.documentNo || '', documentDate: found.documentDate || '', files: found.files || [] };
}

const putPaper = (draft, material, values) => draft.write((version) => api.put(`${draft.address}/materials/${material.code}`, {
  documentNo: material.documentNo || null, documentDate: material.documentDate || null, ...values,
}, { version }));

/** Nobody types twice what the form says already. */
async function number(draft, code) {
  const material = materialOf(draft, code);
  const paper = NUMBERED[code] && valueAt(draft.form, NUMBERED[code]);
  if (paper && paper.no && !material.documentNo) {
    await putPaper(draft, material, { documentNo: paper.no, documentDate: material.documentDate || paper.date || null });
  }
}

function paper(draft, material) {
  const put = (values) => putPaper(draft, material, values).catch((refused) => draft.tell({ problem: refused }));
  const path = `materials.${material.code}.documentNo`;
  return html`<div class="row gx-3"><div class="col-12 col-sm-6 col-lg-3"><lia-field label=${t.documentNo} maxlength="60" .value=${material.documentNo}
      data-path=${path} .error=${draft.wrong(path)} ?readonly=${!draft.open} @change=${(event) => put({ documentNo: event.currentTarget.value.trim() || null })}></lia-field></div>
    <div class="col-12 col-sm-6 col-lg-3"><lia-field type="date" label=${t.documentDate} .value=${day(material.documentDate)} ?readonly=${!draft.open}
      @change=${(event) => put({ documentDate: event.currentTarget.value || null })}></lia-field></div></div>`;
}

/** One material. @param viewer shows a file */
export function materialBox(draft, uploads, code, viewer) {
  const material = materialOf(draft, code);
  const path = `materials.${code}`;
  const sent = uploads.sent[code];
  const wrong = (uploads.wrong[code] || []).join(t.semicolon) || draft.wrong(path, true);
  const asked = draft.hints(path);
  return html`<div class="border-top pt-3" data-path=${path} tabindex="-1"><lia-file label=${labelOf(draft, 'material', code)} .hint=${t[`hint.${code}`]} accept=${ACCEPT}
      multiple .files=${material.files} .sent=${sent ? sent.share : null} .sending=${sent ? sent.name : ''} .error=${wrong} ?readonly=${!draft.open}
      @pick=${(event) => uploads.send(draft, code, event.detail)} @remove=${(event) => uploads.remove(draft, code, event.detail)}
      @open=${(event) => viewer.file(event.detail)}></lia-file>
    ${draft.open && material.files.length > 0 ? html`<lia-field type="checkbox" label=${t.replaceFiles} .value=${Boolean(uploads.replace[code])}
      @change=${(event) => { uploads.replace[code] = event.currentTarget.value; }}></lia-field>` : nothing}
    ${asked ? html`<p class="lia-hint">${t.clerkAsks(asked)}</p>` : nothing}
    ${NUMBERED[code] ? paper(draft, material) : nothing}${material.files.some((each) => each.id === viewer.asked) ? viewer.view() : nothing}</div>`;
}

export function materials(draft, uploads, viewer) {
  return (draft.lists.material || []).map((each) => materialBox(draft, uploads, each.code, viewer));
}
