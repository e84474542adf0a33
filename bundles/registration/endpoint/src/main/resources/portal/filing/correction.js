import { announce, api, dayInWords, go, html, href, newKey, nothing, Page } from 'liaison';
import { lightMark } from '../look.js';
import { changes, changesPart, submitted } from './changes.js';
import { draftOf } from './draft.js';
import { field, focusOn, wordsOf } from './fields.js';
import { materialBox, Uploads } from './materials.js';
import { place } from './steps.js';
import { t } from './texts.js';
import { Viewer } from './viewer.js';

/** The one list of what is to be corrected: each marked field or paper itself, and an answer to each. */
export default class Correction extends Page {
  draft = null;

  answers = {};

  /** What was submitted before the return. */
  before = null;

  busy = false;

  refused = null;

  uploads = new Uploads(this);

  viewer = new Viewer(this, () => this.draft.address);

  draw = () => this.requestUpdate();

  get heading() {
    return t.correction;
  }

  get trail() {
    return [{ text: t.filing, address: href('registration/filing') }, { text: t.status, address: href('registration/applications', this.params.id) }];
  }

  help() {
    return html`<p>${t.correctionHelp}</p>`;
  }

  get notice() {
    const notices = (this.draft.application.review && this.draft.application.review.notices) || [];
    return notices[notices.length - 1];
  }

  /** Answers are sent with the submission alone; until then this browser keeps them. */
  get stored() {
    return `liaison.filing.${this.params.id}.${this.notice.revision}`;
  }

  disconnectedCallback() {
    if (this.draft) {
      this.draft.removeEventListener('change', this.draw);
      this.draft.identity.close();
      this.draft.save();
    }
    super.disconnectedCallback();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.draft) {
      this.draft.addEventListener('change', this.draw);
      this.draft.refresh();
    }
  }

  async load() {
    this.draft = await draftOf(this.params.id);
    this.draft.addEventListener('change', this.draw);
    this.draft.strict = true;
    if (this.notice) {
      this.before = await submitted(this.draft.address, this.notice.revision);
      this.notice.defects.filter((defect) => defect.path.startsWith('materials.'))
        .forEach((defect) => { this.uploads.replace[defect.path.slice('materials.'.length)] = true; });
      this.answers = JSON.parse(localStorage.getItem(this.stored) || '{}');
    }
  }

  answer(no, text) {
    this.answers = { ...this.answers, [no]: text };
    localStorage.setItem(this.stored, JSON.stringify(this.answers));
    this.requestUpdate();
  }

  view() {
    const { draft, notice } = this;
    if (draft.application.state !== 'RETURNED' || !notice) {
      return html`<div class="lia-note"><p>${t.nothingToCorrect}</p><p><a href=${href('registration/applications', this.params.id)}>${t.toStatus}</a></p></div>`;
    }
    const done = notice.defects.filter((defect) => (this.answers[defect.no] || '').trim()).length;
    return html`<div class="lia-note"><p>${t.correctionUntil(dayInWords(notice.dueOn), notice.defects.length)} ${lightMark(draft.application.light)}</p>
        <p>${t.correctionHow}</p></div>
      ${notice.defects.map((defect) => this.defect(defect, notice.defects.length))}
      ${changesPart(this.before && changes(draft.lists, this.before, { form: draft.form, materials: draft.application.materials }))}
      <section class="lia-sheet"><h2>${t.resubmit}</h2><p role="status">${t.answered(done, notice.defects.length)}</p>${this.others()}
        ${this.refused ? html`<div class="lia-problem" role="alert"><p>${this.refused.message}</p>
          <ul>${this.refused.violations.map((each) => html`<li>${each.path.startsWith('answers') ? nothing : html`${wordsOf(draft, each.path)}：`}${each.message}</li>`)}</ul></div>` : nothing}
        <p><button type="button" class="btn btn-primary" ?disabled=${this.busy} @click=${() => this.send()}>${this.busy ? t.submitting : t.resubmit}</button></p></section>`;
  }

  defect(defect, count) {
    const missing = this.asked && !(this.answers[defect.no] || '').trim();
    return html`<section class="lia-sheet"><h2>${t.defectNo(defect.no, count)}　${wordsOf(this.draft, defect.path)}</h2>
      <p>${defect.text}</p>${defect.rule ? html`<p class="lia-hint">${t.basis(defect.rule)}</p>` : nothing}
      ${this.marked(defect.path)}
      <lia-field data-path="answers.${defect.no}" type="textarea" rows="2" label=${t.answerTo(defect.no)} required maxlength="500" .value=${this.answers[defect.no] || ''}
        .hint=${t.answerHint} .error=${missing ? t.answerMissing : ''} @input=${(event) => this.answer(defect.no, event.currentTarget.value)}></lia-field></section>`;
  }

  /** The marked field or paper itself; what is more than one field is changed in its step. */
  marked(path) {
    const { draft } = this;
    if (path.startsWith('materials.')) {
      return materialBox(draft, this.uploads, path.slice('materials.'.length), this.viewer);
    }
    const found = place(path);
    return found.field
      ? html`<div class="row gx-3">${field(draft, { ...found.field, size: 'l' }, path, found.field.full)}</div>`
      : html`<p><a href=${`${href('registration/applications', this.params.id, 'form', found.step.name)}?at=${encodeURIComponent(path)}`}>${t.toStep(t[`step.${found.step.name}`])}</a></p>`;
  }

  /** What would be refused besides the marked ones. */
  others() {
    const { precheck } = this.draft;
    return !precheck || precheck.ready ? nothing : html`<p class="lia-problem" role="status">${precheck.summary}</p><ul>${precheck.violations.map((each) => html`
      <li><a href=${`${href('registration/applications', this.params.id, 'form', place(each.path).step.name)}?at=${encodeURIComponent(each.path)}`}>${wordsOf(this.draft, each.path)}：${each.message}</a></li>`)}</ul>`;
  }

  async send() {
    const { draft, notice } = this;
    if (this.busy) {
      return;
    }
    const open = notice.defects.find((defect) => !(this.answers[defect.no] || '').trim());
    if (open) {
      this.set({ asked: true });
      await this.updateComplete;
      focusOn(this, `answers.${open.no}`);
      return;
    }
    this.set({ busy: true, refused: null });
    this.key = this.key || newKey();
    const answers = notice.defects.map((defect) => ({ no: defect.no, text: this.answers[defect.no].trim() }));
    const { stored } = this;
    try {
      if (await draft.save()) {
        const application = await draft.inTurn(() => api.post(`${draft.address}/resubmission`, { answers }, { version: draft.application.version, key: this.key }));
        localStorage.removeItem(stored);
        draft.tell({ application });
        announce(t.resubmitted);
        if (this.isConnected) {
          go(href('registration/applications', this.params.id));
        }
      } else {
        this.set({ refused: draft.problem });
      }
    } catch (refused) {
      this.key = null;
      this.set({ refused });
      await draft.refresh();
    }
    this.set({ busy: false });
  }
}
