/** The materials and the documents of a case, opened beside the form. */

import { api, bytes, day, html, may, nothing } from 'liaison';
import { markButton } from './defects.js';
import { PHOTOS } from './onsite.js';
import { t } from './texts.js';

/** Documents that can be printed, by what the case has come to. */
function documents(application) {
  const { state, review, opinions } = application;
  const did = (event) => opinions.some((opinion) => opinion.event === event);
  return [
    'form',
    ...(review.notices.length > 0 ? ['correction'] : []),
    ...(did('ACCEPT') ? ['acceptance'] : []),
    ...(state === 'NOT_ACCEPTED' ? ['refusal'] : []),
    ...(did('SEND_TO_REVIEW') && may('registration.paper.internal') ? ['approval'] : []),
    ...(state === 'DENIED' ? ['denial'] : []),
  ];
}

/** Fetches a file or document and shows it beside the form. @param file an entry of a material's files */
export async function fetched(page, file) {
  const content = await api.file(`/api/registration/v1/applications/${page.application.id}/files/${file.id}?reason=${encodeURIComponent(page.reason)}`);
  return { name: file.fileName, type: file.mediaType, address: URL.createObjectURL(content) };
}

export async function printed(page, kind) {
  const content = await api.file(`/api/registration/v1/applications/${page.application.id}/documents/${kind}`);
  return { name: t[`paper_${kind}`], type: 'application/pdf', address: URL.createObjectURL(content) };
}

/** The paper that is open. */
export function viewer(page) {
  const { paper } = page;
  return html`<section class="lia-sheet" id="paper" tabindex="-1" aria-label=${paper.name}><div class="lia-line"><h2>${paper.name}</h2>
      <a class="btn btn-outline-secondary" href=${paper.address} download=${paper.name}>${t.download}</a>
      <button type="button" class="btn btn-outline-secondary" @click=${() => page.closePaper()}>${t.closePaper}</button></div>
    ${paper.type.startsWith('image/') ? html`<img class="img-fluid" src=${paper.address} alt=${paper.name}>`
      : paper.type === 'application/pdf' ? html`<iframe src=${paper.address} title=${paper.name} width="100%" height="900"></iframe>`
        : html`<p>${t.noPreview}</p>`}</section>`;
}

/** The sheet of the materials and documents. */
export function papersSheet(page) {
  const { application } = page;
  const materials = (application.materials || []).filter((material) => material.code !== PHOTOS);
  const opens = may('registration.file.read');
  return html`<section class="lia-sheet"><h2>${t.materials}</h2>
    ${opens ? html`<lia-field label=${t.reason} hint=${t.reasonHint} maxlength="200" .value=${page.reason} .error=${page.reasonError}
      @input=${(event) => { page.reason = event.currentTarget.value; }}></lia-field>` : nothing}
    <lia-table .rows=${materials} .key=${(row) => row.code} caption=${t.materials} .columns=${[
      { label: t.material, kind: 'wide', cell: (row) => html`${row.codeLabel || row.code}${markButton(page, `materials.${row.code}`, row.codeLabel || row.code)}` },
      { label: t.documentNo, kind: 'narrow', cell: (row) => row.documentNo },
      { label: t.documentDate, kind: 'narrow', cell: (row) => day(row.documentDate) },
      { label: t.files, cell: (row) => row.files.map((file) => html`<div>${opens ? html`<button type="button" class="btn btn-link"
        @click=${() => page.openFile(file)}>${file.fileName}</button>` : file.fileName} <span class="lia-hint">${bytes(file.size)}</span></div>`) },
    ]}></lia-table>
    ${may('registration.paper.print') ? html`<h3>${t.documents}</h3><p class="lia-bar">${documents(application).map((kind) => html`
      <button type="button" class="btn btn-outline-secondary" @click=${() => page.print(kind)}>${t[`paper_${kind}`]}</button>`)}</p>` : nothing}</section>`;
}
