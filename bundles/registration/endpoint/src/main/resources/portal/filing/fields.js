/** Fields of a draft on a page: single ones, and rows of them. */

import { html, nothing } from 'liaison';
import { place, rowNumbers } from './steps.js';
import { valueAt } from './paths.js';
import { t } from './texts.js';

const SIZES = { xs: 'col-12 col-sm-6 col-lg-2', m: 'col-12 col-sm-6 col-lg-3', l: 'col-12 col-lg-6', w: 'col-12' };

/** The codes that may be chosen: districts are those of the host city. */
export function codesOf(draft, list) {
  const codes = draft.lists[list] || [];
  const city = String(draft.form.hostCity || '').slice(0, 4);
  return list === 'district' ? codes.filter((each) => each.code.startsWith(city)) : codes;
}

export function labelOf(draft, list, code) {
  const found = (draft.lists[list] || []).find((each) => each.code === code);
  return found ? found.label : code;
}

/** Where a path is, in words: part, row, field. */
export function wordsOf(draft, path) {
  if (path.startsWith('materials.')) {
    return labelOf(draft, 'material', path.slice('materials.'.length));
  }
  const { part, field } = place(path);
  const numbers = rowNumbers(path);
  const row = numbers.length > 0 ? t.rowNo(numbers[numbers.length - 1]) : '';
  if (field && field.type === 'checkbox') {
    return t[part.title];
  }
  return [t[part.title], row, field ? t[field.full] : t[path]].filter(Boolean).filter((each, i, all) => all.indexOf(each) === i).join(' / ');
}

/** How a value reads. */
export function shown(draft, path, value) {
  const { field } = place(path);
  if (value === undefined || value === null || value === '') {
    return t.nothing;
  }
  if (typeof value === 'object') {
    return t.severalRows(Array.isArray(value) ? value.length : 1);
  }
  return field && field.codes ? labelOf(draft, field.codes, value) : String(value);
}

/** Birth and sex stand in the number of an identity card. */
function derive(draft, path, value) {
  const number = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dXx]$/.exec(String(value).trim());
  const person = path.slice(0, path.lastIndexOf('.'));
  if (number) {
    const derived = { birthDate: `${number[1]}-${number[2]}-${number[3]}`, sex: Number(number[4]) % 2 === 1 ? '1' : '2' };
    Object.entries(derived).filter(([name]) => !draft.value(`${person}.${name}`))
      .forEach(([name, each]) => draft.put(`${person}.${name}`, each, null, true));
  }
}

/** One field. @param full its path in the form @param name its path in the catalogue */
export function field(draft, spec, full, name) {
  const value = draft.value(full);
  const identity = spec.path.endsWith('idNumber');
  const take = (event, left) => {
    if (identity && !left) {
      return;
    }
    draft.put(full, event.currentTarget.value, spec, left);
    if (identity && left) {
      derive(draft, full, event.currentTarget.value);
    }
  };
  const options = spec.codes
    ? [{ value: '', label: t.choose }, ...codesOf(draft, spec.codes).map((each) => ({ value: each.code, label: each.label }))]
    : [];
  const asked = draft.hints(full);
  return html`<div class=${SIZES[spec.size || 'm']}><lia-field data-path=${full} label=${t[name]} type=${spec.type || 'text'}
    .value=${value === undefined || value === null ? '' : value} .options=${options} ?required=${Boolean(spec.must)}
    ?readonly=${!draft.open} maxlength=${spec.max || nothing} rows=${spec.rows || 3} inputmode=${spec.inputmode || nothing}
    unit=${spec.unit ? t[spec.unit] : nothing} .hint=${spec.hint ? t[spec.hint] : ''} .error=${draft.wrong(full, spec.must)}
    @input=${(event) => take(event, false)} @change=${(event) => take(event, true)}></lia-field>
    ${asked ? html`<p class="lia-hint">${t.clerkAsks(asked)}</p>` : nothing}${identity ? draft.identity.view(full, value) : nothing}</div>`;
}

const open = (draft, spec, row) => !spec.when || draft.value(`${row}.${spec.when[0]}`) === spec.when[1];

function several(draft, spec, path) {
  const values = valueAt(draft.form, path) || [];
  return html`<div class="col-12 col-lg-4"><lia-field type="select" label=${t['premises.rooms.occupants']} .value=${''} ?readonly=${!draft.open}
    .options=${[{ value: '', label: t.addOccupant }, ...codesOf(draft, spec.codes).map((each) => ({ value: each.code, label: each.label }))]}
    @change=${(event) => {
      if (event.currentTarget.value) {
        draft.rows(path, [...values, event.currentTarget.value]);
        event.currentTarget.value = '';
      }
    }}></lia-field><ul class="list-inline">${values.map((each, i) => html`<li class="list-inline-item">${labelOf(draft, spec.codes, each)}
      ${draft.open ? html`<button type="button" class="btn btn-link lia-danger" aria-label=${t.removeNamed(labelOf(draft, spec.codes, each))}
        @click=${() => draft.rows(path, values.filter((other, at) => at !== i))}>${t.remove}</button>` : nothing}</li>`)}</ul></div>`;
}

function one(draft, part, base, i, name) {
  const row = `${base}[${i}]`;
  const list = valueAt(draft.form, base) || [];
  const { inner } = part;
  return html`<fieldset class="border-top pt-2 mt-1" data-path=${row} tabindex="-1"><legend class="lia-label d-flex gap-3"><span>${t.rowOf(t[name], i + 1)}</span>
    ${draft.open ? html`<button type="button" class="btn btn-link lia-danger" aria-label=${t.removeNamed(t.rowOf(t[name], i + 1))}
      @click=${() => draft.rows(base, list.filter((each, at) => at !== i))}>${t.remove}</button>` : nothing}</legend>
    <div class="row gx-3">${part.fields.filter((spec) => open(draft, spec, row)).map((spec) => field(draft, spec, `${row}.${spec.path}`, `${name}.${spec.path}`))}
    ${part.several ? several(draft, part.several, `${row}.${part.several.path}`) : nothing}</div>
    ${inner ? rows(draft, inner, `${row}.${inner.rows}`, `${name}.${inner.rows}`) : nothing}</fieldset>`;
}

/** A new row with what the form says already. */
const begun = (draft, part) => Object.fromEntries(part.fields.filter((spec) => spec.from && draft.value(spec.from))
  .map((spec) => [spec.path, draft.value(spec.from)]));

/** One row for each code there is. */
function spread(draft, part, base) {
  const { codes } = part.fields.find((spec) => spec.path === part.spread);
  draft.rows(base, codesOf(draft, codes).map((each) => ({ [part.spread]: each.code })));
}

/** Rows of fields, with one to be added at the end. */
export function rows(draft, part, base = part.rows, name = part.rows) {
  const list = valueAt(draft.form, base) || [];
  const wrong = draft.wrong(base, part.least > 0);
  const asked = draft.hints(base);
  const add = (event) => {
    const place = event.currentTarget.closest('[data-path]');
    draft.rows(base, [...list, begun(draft, part)]);
    setTimeout(() => { [...place.querySelectorAll(':scope > fieldset')].pop().querySelector('lia-field').focus(); });
  };
  return html`<div data-path=${base} tabindex="-1">${list.map((each, i) => one(draft, part, base, i, name))}
    ${list.length === 0 ? html`<p class="lia-empty">${t.noRows(t[name])}</p>` : nothing}
    ${wrong ? html`<p class="lia-wrong" role="alert">${wrong}</p>` : nothing}
    ${asked ? html`<p class="lia-hint">${t.clerkAsks(asked)}</p>` : nothing}
    ${draft.open ? html`<p class="lia-bar"><button type="button" class="btn btn-outline-secondary" @click=${add}>${t.addNamed(t[name])}</button>
      ${part.spread && list.length === 0 ? html`<button type="button" class="btn btn-outline-secondary" @click=${() => spread(draft, part, base)}>${t[`${name}.spread`]}</button>` : nothing}</p>` : nothing}</div>`;
}

/** What the office was opened with: shown, not changed. */
export function facts(draft, paths) {
  const { form } = draft.application;
  const filled = paths.filter((path) => valueAt(form, path));
  return html`<lia-facts class="mb-3" .facts=${filled.map((path) => [t[path], valueAt(form, `${path}Label`) || valueAt(form, path)])}></lia-facts>`;
}

/** Goes to the field of a path, or to what stands nearest above it. */
export function focusOn(page, path) {
  for (let at = path; at; at = at.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '')) {
    const found = [...page.querySelectorAll('[data-path]')].find((each) => each.dataset.path === at);
    if (found) {
      found.scrollIntoView({ block: 'center' });
      Promise.resolve(found.updateComplete).then(() => found.focus({ preventScroll: true }));
      return true;
    }
  }
  return false;
}
