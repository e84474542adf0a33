/** Marks on fields and papers; all of them together are the notice of one correction (一次性告知). */

import { html, nothing } from 'liaison';
import { t } from './texts.js';

/** Bases of the demands: what the regulation asks for, by where the mark stands. */
const RULES = [
  [/^letter|^materials\.M1/, 'ruleLetter'], [/^premises|^materials\.M2/, 'rulePremises'], [/^head|^materials\.M3/, 'ruleHead'],
  [/^commitment|^materials\.M4/, 'ruleCommitment'], [/^nameApproval|^name$/, 'ruleName'],
];

function ruleOf(path) {
  const found = RULES.find(([pattern]) => pattern.test(path));
  return t[found ? found[1] : 'ruleForm'];
}

/** Puts a mark on a field or a paper, or takes it away. */
export function toggle(page, path, label) {
  if (page.marks.some((mark) => mark.path === path)) {
    page.set({ marks: page.marks.filter((mark) => mark.path !== path) });
    return;
  }
  page.set({ marks: [...page.marks, { path, label, text: '', rule: ruleOf(path) }], act: 'RETURN', refusal: null });
  page.updateComplete.then(() => {
    const fields = page.querySelectorAll('lia-field[data-mark]');
    if (fields.length > 0) {
      fields[fields.length - 1].focus();
    }
  });
}

/** The button beside what can be marked; nothing for those who cannot return the case. */
export function markButton(page, path, label) {
  if (!page.mayNow('RETURN')) {
    return nothing;
  }
  const marked = page.marks.findIndex((mark) => mark.path === path);
  return html` <button type="button" class="btn btn-link ${marked < 0 ? '' : 'lia-danger'}" aria-pressed=${marked < 0 ? 'false' : 'true'}
    aria-label=${marked < 0 ? t.markOf(label) : t.unmarkOf(label)} @click=${() => toggle(page, path, label)}>${marked < 0 ? t.mark
      : t.marked(marked + 1)}</button>`;
}

function change(page, at, values) {
  page.set({ marks: page.marks.map((mark, i) => (i === at ? { ...mark, ...values } : mark)) });
}

/** The list of marks with their words, as part of the act of returning. */
export function marksPart(page) {
  if (page.marks.length === 0) {
    return html`<p class="lia-hint">${t.marksNone}</p>`;
  }
  return html`<ol>${page.marks.map((mark, i) => html`<li><strong>${mark.label}</strong>
      <lia-field data-mark type="select" label=${t.phrase} .value=${''} .options=${[{ value: '', label: t.choosePhrase },
        ...t.defectPhrases.map((phrase) => ({ value: phrase, label: phrase }))]}
        @change=${(event) => change(page, i, { text: event.currentTarget.value })}></lia-field>
      <lia-field type="textarea" rows="2" required maxlength="500" label=${t.defectText} .value=${mark.text}
        .error=${page.wrong(`defects[${i}].text`)} @input=${(event) => { page.marks[i].text = event.currentTarget.value; }}></lia-field>
      <lia-field label=${t.rule} maxlength="100" .value=${mark.rule} .error=${page.wrong(`defects[${i}].rule`)}
        @input=${(event) => { page.marks[i].rule = event.currentTarget.value; }}></lia-field>
      <p><button type="button" class="btn btn-link lia-danger" aria-label=${t.unmarkOf(mark.label)}
        @click=${() => toggle(page, mark.path, mark.label)}>${t.unmark}</button></p></li>`)}</ol>
    <lia-field type="date" label=${t.correctionDue} hint=${t.correctionDueHint} .value=${page.typed.dueOn || ''} .error=${page.wrong('dueOn')}
      @input=${(event) => page.keep('dueOn', event.currentTarget.value)}></lia-field>`;
}

/** Earlier notices with what the office answered. */
export function noticesSheet(page) {
  const { notices } = page.application.review;
  return notices.length === 0 ? nothing : html`<section class="lia-sheet"><h2>${t.notices}</h2>${notices.map((notice, i) => html`
    <h3>${t.noticeNo(i + 1, notice.dueOn)}</h3><lia-table .rows=${notice.defects} .key=${(defect) => defect.no} caption=${t.noticeNo(i + 1, notice.dueOn)}
      .columns=${[
        { label: t.no, kind: 'narrow', cell: (defect) => defect.no },
        { label: t.defectWhere, kind: 'narrow', cell: (defect) => page.labelOf(defect.path) },
        { label: t.defectText, kind: 'wide', cell: (defect) => html`${defect.text}${defect.rule ? html`<div class="lia-hint">${defect.rule}</div>` : nothing}` },
        { label: t.defectAnswer, cell: (defect) => defect.answer },
      ]}></lia-table>`)}</section>`;
}
