/** What a correction has changed, by field: as it was submitted before, and as it is. */

import { api, html, nothing } from 'liaison';
import { labelOf, shown, wordsOf } from './fields.js';
import { differences, plain } from './paths.js';
import { t } from './texts.js';

/** What the office submitted then: {form, materials}; null = that submission was not kept. @param address of the application */
export async function submitted(address, revision) {
  try {
    return await api.get(`${address}/submissions/${revision}`);
  } catch (refused) {
    if (refused.status !== 404) {
      throw refused;
    }
    return null;
  }
}

const contentsOf = (material) => material.files.map((file) => file.sha256).join();
const wordsOfPaper = (material) => [material.documentNo, material.documentDate, ...material.files.map((file) => file.fileName)].filter(Boolean).join('　') || t.nothing;

/** [{path, label, before, after}]. @param lists the code lists @param before and now with form and materials */
export function changes(lists, before, now) {
  const at = { lists, form: now.form || {} };
  const fields = differences(plain(before.form || {}), plain(now.form || {})).map((each) => ({
    path: each.path, label: wordsOf(at, each.path), before: shown(at, each.path, each.before), after: shown(at, each.path, each.after),
  }));
  const papers = (now.materials || []).flatMap((material) => {
    const old = (before.materials || []).find((each) => each.code === material.code) || { files: [] };
    const same = wordsOfPaper(old) === wordsOfPaper(material) && contentsOf(old) === contentsOf(material);
    return same ? [] : [{ path: `materials.${material.code}`, label: labelOf(at, 'material', material.code), before: wordsOfPaper(old), after: wordsOfPaper(material) }];
  });
  return [...fields, ...papers];
}

/** The changes as a table; nothing without a submission before. @param rows as changes() gives them; null = none to compare with */
export function changesPart(rows) {
  return rows === null ? nothing : html`<section class="lia-sheet"><h2>${t.changes}</h2><lia-table .rows=${rows} .key=${(row) => row.path} caption=${t.changes}
    .empty=${t.changesNone} .columns=${[
      { label: t.changedWhat, kind: 'wide', cell: (row) => row.label },
      { label: t.changedBefore, kind: 'wide', cell: (row) => html`<del>${row.before}</del>` },
      { label: t.changedAfter, kind: 'wide', cell: (row) => html`<ins>${row.after}</ins>` },
    ]}></lia-table></section>`;
}
