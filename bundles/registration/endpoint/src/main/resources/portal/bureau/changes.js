/** What differs: between two submissions of a filing, and between the case as it was looked at and as it is now. */

import { html, nothing, time } from 'liaison';
import { parts, quotas } from './facts.js';
import { nameOf } from './people.js';
import { t } from './texts.js';

function letterRows(letter) {
  return [
    ['letter.no', t.letterNo, letter.no], ['letter.date', t.letterDate, letter.date], ['letter.issuer', t.letterIssuer, letter.issuer],
    ['letter.name', t.letterField(t.officeName), letter.name], ['letter.nature', t.letterField(t.nature), letter.natureLabel],
    ['letter.mainBusiness', t.letterField(t.mainBusiness), letter.mainBusiness],
    ['letter.establishmentLevel', t.letterField(t.level), letter.establishmentLevelLabel],
    ['letter.staffingQuota', t.letterField(t.staffingQuota), quotas(letter.staffingQuota)],
  ];
}

function materialRow(material) {
  const files = material.files.map((file) => file.fileName).join(t.comma);
  const words = [material.documentNo, material.documentDate, files].filter(Boolean).join('　');
  return [`materials.${material.code}`, material.codeLabel || material.code, words, material.files.map((file) => file.sha256).join()];
}

/** Everything that was filed, by path: {label, words, same: what has to be equal}. */
function filed({ form, materials }) {
  const found = new Map();
  const rows = [...parts(form || {}).flatMap((part) => part.rows.map(([path, label, value]) => [path, t.within(part.title, label), value])),
    ...letterRows((form && form.letter) || {}), ...(materials || []).map(materialRow)];
  for (const [path, label, value, content] of rows) {
    const words = value === null || value === undefined ? '' : String(value);
    found.set(path, { label, words, same: content ? `${words}${content}` : words });
  }
  return found;
}

/** Path to what was changed: {label, before, now}, both in words. @param before and now with their form and materials */
export function changed(before, now) {
  const [old, present] = [filed(before), filed(now)];
  const found = new Map();
  for (const path of new Set([...old.keys(), ...present.keys()])) {
    const [was, is] = [old.get(path), present.get(path)];
    if ((was ? was.same : '') !== (is ? is.same : '')) {
      found.set(path, { label: (is || was).label, before: was ? was.words : '', now: is ? is.words : '' });
    }
  }
  return found;
}

const orNone = (words) => words || html`<span class="lia-none">${t.blank}</span>`;

/** What the office has changed since its submission before; nothing for the first one. */
export function changesSheet(page) {
  const { before } = page;
  if (!before) {
    return nothing;
  }
  const rows = Array.from(page.changes, ([id, each]) => ({ id, ...each }));
  const caption = t.changesSince(before.revision);
  return html`<section class="lia-sheet"><h2>${caption}</h2><lia-table .rows=${rows} caption=${caption} .empty=${t.changesNone} .columns=${[
    { label: t.defectWhere, cell: (row) => row.label },
    { label: t.wasBefore, kind: 'wide', cell: (row) => html`<del>${orNone(row.before)}</del>` },
    { label: t.isNow, kind: 'wide', cell: (row) => html`<ins>${row.now === row.before ? t.fileReplaced : orNone(row.now)}</ins>` },
  ]}></lia-table></section>`;
}

/** What others have done to a case since it was looked at: [[label, words]]. */
export function theirs(was, is, names) {
  const found = [];
  const differs = (label, before, now) => before !== now && found.push([label, t.fromTo(before || t.nobody, now || t.nobody)]);
  differs(t.state, t[`state${was.state}`], t[`state${is.state}`]);
  differs(t.claimedBy, nameOf(names, was.claimedBy), nameOf(names, is.claimedBy));
  for (const opinion of is.opinions.slice(was.opinions.length)) {
    found.push([t.said(opinion.eventLabel, opinion.name, time(opinion.at)), opinion.text || t.noWords]);
  }
  const ticked = (application) => application.review.ticks.map((tick) => t[`content${tick.content}`]);
  const fresh = ticked(is).filter((each) => !ticked(was).includes(each));
  if (fresh.length > 0) {
    found.push([t.ticked, fresh.join(t.comma)]);
  }
  const open = (application) => application.review.warnings.filter((warning) => !warning.answer).map((warning) => warning.no);
  for (const warning of is.review.warnings.filter((each) => each.answer && open(was).includes(each.no))) {
    found.push([t.answerTo(warning.no), warning.answer]);
  }
  for (const each of changed(was, is).values()) {
    found.push([each.label, t.fromTo(each.before || t.blank, each.now || t.blank)]);
  }
  return found;
}

/** What the caller has typed and not yet sent: [[label, words]]. */
export function mine(page) {
  const labels = { dueOn: t.correctionDue, visitedOn: t.visitedOn, signText: t.signText, rooms: t.roomsFound };
  const labelOf = (key) => labels[key] || (key.startsWith('answer-') ? t.answerTo(key.slice(7)) : key.startsWith('words-') && t.wordsOf(t[`do${key.slice(6)}`]));
  return [
    ...Object.entries(page.typed).filter(([key, words]) => words && labelOf(key)).map(([key, words]) => [labelOf(key), words]),
    ...page.marks.map((mark) => [t.marksOf(mark.label), mark.text || t.noWords]),
    ...(page.ticks.size === 0 ? [] : [[t.withScan, Array.from(page.ticks, (content) => t[`content${content}`]).join(t.comma)]]),
  ];
}

/** Their change and mine, side by side; what was typed is there to be read whatever the case has become. */
export function conflictPart(page) {
  const { conflict } = page;
  if (!conflict) {
    return nothing;
  }
  const own = mine(page);
  return html`<div class="lia-note" id="conflict"><h3>${t.theirChange}</h3><lia-facts .facts=${conflict.map(([label, words]) => [label, words, 'wide'])}></lia-facts>
    ${own.length === 0 ? nothing : html`<h3>${t.myWords}</h3><lia-facts .facts=${own.map(([label, words]) => [label, words, 'wide'])}></lia-facts>`}</div>`;
}
