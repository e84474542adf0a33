/** The letter beside the form: the five contents with their ticks, and the names that have to agree. */

import { api, html, href, may, nothing, time } from 'liaison';
import { quotas } from './facts.js';
import { nameOf } from './people.js';
import { markButton } from './defects.js';
import { t } from './texts.js';

const MOST_NAMESAKES = 10;
const LETTER = 'M1';

export const CONTENTS = ['NAME', 'NATURE', 'MAIN_BUSINESS', 'ESTABLISHMENT_LEVEL', 'STAFFING_QUOTA'];

const counts = (rows) => JSON.stringify((rows || []).filter((row) => row.number).map((row) => [row.kind, row.number]).sort());
const same = (a, b) => a !== undefined && a !== null && a === b;

/** The five contents: what the letter says, what the form says, whether they are the same. */
function compared(form) {
  const letter = form.letter || {};
  return [
    { id: 'NAME', path: 'letter.name', label: t.officeName, letter: letter.name, form: form.name, agrees: same(letter.name, form.name) },
    { id: 'NATURE', path: 'letter.nature', label: t.nature, letter: letter.natureLabel, form: form.natureLabel,
      agrees: same(letter.nature, form.nature) },
    { id: 'MAIN_BUSINESS', path: 'letter.mainBusiness', label: t.mainBusiness, letter: letter.mainBusiness, form: form.mainBusiness,
      agrees: same(letter.mainBusiness, form.mainBusiness) },
    { id: 'ESTABLISHMENT_LEVEL', path: 'letter.establishmentLevel', label: t.level, letter: letter.establishmentLevelLabel,
      form: form.establishmentLevelLabel, agrees: same(letter.establishmentLevel, form.establishmentLevel) },
    { id: 'STAFFING_QUOTA', path: 'letter.staffingQuota', label: t.staffingQuota, letter: quotas(letter.staffingQuota),
      form: quotas(form.staffingQuota), agrees: counts(letter.staffingQuota) === counts(form.staffingQuota) },
  ];
}

export const verdict = (agrees) => html`<lia-state .kind=${agrees ? 'done' : 'attention'} .text=${agrees ? t.agrees : t.differs}></lia-state>`;

function tickCell(page, row) {
  const tick = page.application.review.ticks.find((each) => each.content === row.id);
  if (tick) {
    return html`<lia-state .kind=${'done'} .text=${t.ticked}></lia-state><div class="lia-hint">${nameOf(page.names, tick.account)}<br>${time(tick.at)}</div>`;
  }
  return page.mayNow('TICK')
    ? html`<lia-field type="checkbox" label=${t.tickOf(t[`content${row.id}`])} .value=${page.ticks.has(row.id)}
      @change=${(event) => page.tick(row.id, event.currentTarget.value)}></lia-field>`
    : html`<span class="lia-none">${t.notTicked}</span>`;
}

const scans = (application) => (application.materials || []).filter((material) => material.code === LETTER).flatMap((material) => material.files);

/** The sheet of the five contents. */
export function letterSheet(page) {
  const form = page.application.form || {};
  const letter = form.letter || {};
  return html`<section class="lia-sheet"><h2>${t.letterSheet}</h2>
    <p class="lia-hint">${t.letterOf(letter.issuer || '', letter.no || '', letter.date || '')}</p>
    ${may('registration.file.read') ? html`<p class="lia-bar">${scans(page.application).map((file) => html`<button type="button"
      class="btn btn-outline-secondary" @click=${() => page.openFile(file)}>${t.openScan(file.fileName)}</button>`)}</p>` : nothing}
    <lia-table .rows=${compared(form)} caption=${t.letterSheet} .columns=${[
      { label: t.content, kind: 'narrow', cell: (row) => row.label },
      { label: t.inLetter, cell: (row) => html`${row.letter || t.blank}${markButton(page, row.path, t.letterField(row.label))}` },
      { label: t.inForm, cell: (row) => row.form || t.blank },
      { label: t.byMachine, kind: 'narrow', cell: (row) => verdict(row.agrees) },
      { label: t.withScan, kind: 'narrow', cell: (row) => tickCell(page, row) },
    ]}></lia-table>
    ${page.ticks.size === 0 ? nothing : html`<p class="lia-more"><button type="button" class="btn btn-outline-secondary" ?disabled=${page.busy}
      @click=${() => page.sendTicks()}>${t.saveTicks(page.ticks.size)}</button></p>`}</section>`;
}

/** Offices whose name holds this one; for the sheet of names. */
export async function namesakes(application) {
  const name = application.form && application.form.name;
  if (!name || name.length < 2) {
    return [];
  }
  const { items } = await api.get('/api/registration/v1/offices', { q: name.slice(0, 100), limit: MOST_NAMESAKES });
  return items.filter((office) => office.id !== application.officeId);
}

/** The names that have to be the same (O-27), and offices of the same name. */
export function namesSheet(page) {
  const form = page.application.form || {};
  const named = [
    { id: 'form', label: t.nameInForm, name: form.name },
    { id: 'letter', label: t.nameInLetter, name: form.letter && form.letter.name },
    { id: 'approval', label: t.nameInApproval, name: form.nameApproval && form.nameApproval.name },
    { id: 'office', label: t.nameAtOpening, name: page.office && page.office.name },
  ];
  return html`<section class="lia-sheet"><h2>${t.namesSheet}</h2><lia-table .rows=${named} caption=${t.namesSheet} .columns=${[
      { label: t.source, kind: 'narrow', cell: (row) => row.label },
      { label: t.officeName, kind: 'wide', cell: (row) => row.name || t.blank },
      { label: t.byMachine, kind: 'narrow', cell: (row) => verdict(same(row.name, form.name)) },
    ]}></lia-table>
    ${page.namesakes.length === 0 ? html`<p class="lia-hint">${t.namesakesNone}</p>` : html`<h3>${t.namesakes}</h3>
      <lia-table .rows=${page.namesakes} caption=${t.namesakes} .columns=${[
        { label: t.officeName, kind: 'wide', cell: (office) => html`<a href=${href('registration/offices', office.id)}>${office.name}</a>` },
        { label: t.dispatcherName, cell: (office) => office.dispatcherName },
        { label: t.status, kind: 'narrow', cell: (office) => office.statusLabel },
      ]}></lia-table>`}</section>`;
}

/** What the machine found and the clerk answers. */
export function warningsSheet(page) {
  const { warnings } = page.application.review;
  if (warnings.length === 0) {
    return nothing;
  }
  const open = page.mayNow('ANSWER');
  return html`<section class="lia-sheet"><h2>${t.warnings}</h2><p class="lia-hint">${t.warningsHint}</p>
    ${warnings.map((warning) => html`<h3>${t.warningNo(warning.no, warning.message)}</h3>
      ${warning.answer ? html`<p>${t.answered(warning.answer, nameOf(page.names, warning.answeredBy))}</p>` : nothing}
      ${open && !warning.answer ? html`<lia-field type="textarea" rows="2" maxlength="500" name="answer-${warning.no}"
        label=${t.answerTo(warning.no)} .value=${page.typed[`answer-${warning.no}`] || ''} .error=${page.wrongAnswer(warning.no)}
        @input=${(event) => page.keep(`answer-${warning.no}`, event.currentTarget.value)}></lia-field>` : nothing}
      ${!open && !warning.answer ? html`<p class="lia-none">${t.notAnswered}</p>` : nothing}`)}
    ${open && warnings.some((warning) => !warning.answer) ? html`<p class="lia-more"><button type="button" class="btn btn-outline-secondary"
      ?disabled=${page.busy} @click=${() => page.sendAnswers()}>${t.saveAnswers}</button></p>` : nothing}</section>`;
}

