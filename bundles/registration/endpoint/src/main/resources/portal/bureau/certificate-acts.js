/** What to do now with a certificate: who prints it, the sheets it is printed on, and the hand-over. */

import { href, html, may, nothing } from 'liaison';
import { nameOf } from './people.js';
import { wrongs } from './wrongs.js';
import { t } from './texts.js';

/** The label of the field that a path of a refusal means. */
function labelOf(page, path) {
  const [, at] = /^forms\[(\d+)\]/.exec(path) || [];
  const copy = at && page.unprinted[Number(at)];
  return copy ? t.formNoOf(page.copyName(copy))
    : { formNo: t.spoiledSheet, reason: t.spoilReason, receiver: t.receiver, receivedOn: t.receivedOn, account: t.reassignTo }[path];
}

/** What has just happened, and the next one. */
function done(page) {
  return page.done ? html`<div class="lia-note" id="done" tabindex="-1" role="status"><p>${page.done}</p><p class="lia-bar">
    <button type="button" class="btn btn-outline-secondary" @click=${() => page.nextOne()}>${t.nextCertificate}</button>
    <a class="btn btn-outline-secondary" href=${href('registration/certificates')}>${t.backToCertificates}</a></p></div>` : nothing;
}

/** Claim, release, pass on. */
function holder(page) {
  const { certificate } = page;
  return html`<p>${certificate.claimedBy ? (page.mine ? t.heldByMe : t.heldByOther(nameOf(page.names, certificate.claimedBy))) : t.heldByNobody}</p>
    <p class="lia-bar">${certificate.claimedBy ? html`<button type="button" class="btn btn-outline-secondary" ?disabled=${page.busy}
      @click=${() => page.fire('release', undefined, t.didRELEASE)}>${t.release}</button>` : html`<button type="button" class="btn btn-primary"
      ?disabled=${page.busy} @click=${() => page.fire('claim', undefined, t.didCLAIM)}>${t.claim}</button>`}
    <button type="button" class="btn btn-outline-secondary" aria-expanded=${page.passing ? 'true' : 'false'}
      @click=${() => page.set({ passing: !page.passing })}>${t.reassign}</button></p>
    ${page.passing ? html`<form novalidate @submit=${(event) => page.fire('reassignment', { account: page.typed.account || undefined }, t.didREASSIGN, event)}>
      <lia-field type="select" required label=${t.reassignTo} .value=${page.typed.account || ''} .error=${page.wrong('account')} .options=${[
        { value: '', label: t.choosePerson }, ...page.colleagues.map((person) => ({ value: person.account, label: person.name }))]}
        @change=${(event) => { page.typed.account = event.currentTarget.value; }}></lia-field>
      <button class="btn btn-outline-secondary" ?disabled=${page.busy}>${t.reassignNow}</button></form>` : nothing}`;
}

/** Every copy that has no sheet gets one, by the number of its blank form. */
function printing(page) {
  if (!page.mine) {
    return page.certificate.claimedBy ? nothing : html`<p class="lia-hint">${t.claimToPrint}</p>`;
  }
  return html`<form novalidate @submit=${(event) => page.print(event)}><h3>${t.doPRINT}</h3><p class="lia-hint">${t.printHint}</p>
    ${page.unprinted.map((copy, i) => page.field(copy.id, t.formNoOf(page.copyName(copy)), { required: true, maxlength: 30,
      error: page.wrong(`forms[${i}].formNo`) }))}
    <p class="lia-hint">${t.thenPRINT}</p><button class="btn btn-primary" ?disabled=${page.busy}>${t.doPRINT}</button></form>`;
}

/** A sheet that is waste. */
function spoiling(page) {
  const sheets = page.certificate.copies.filter((copy) => copy.blankFormNo);
  return html`<section class="lia-sheet"><h2>${t.doSPOIL}</h2><form novalidate @submit=${(event) => page.spoil(event)}>
    <lia-field type="select" required label=${t.spoiledSheet} .value=${page.typed.formNo || ''} .error=${page.wrong('formNo')} .options=${[
      { value: '', label: t.chooseSheet }, ...sheets.map((copy) => ({ value: copy.blankFormNo, label: t.sheetOf(page.copyName(copy), copy.blankFormNo) }))]}
      @change=${(event) => { page.typed.formNo = event.currentTarget.value; }}></lia-field>
    ${page.field('spoilReason', t.spoilReason, { type: 'textarea', required: true, maxlength: 200, error: page.wrong('reason') })}
    <p class="lia-hint">${t.thenSPOIL}</p><button class="btn btn-outline-danger" ?disabled=${page.busy}>${t.doSPOIL}</button></form></section>`;
}

/** The receipt, and what has become of the copies before. */
function handing(page) {
  return html`<form novalidate @submit=${(event) => page.handOver(event)}><h3>${t.doHAND_OVER}</h3>
    ${page.field('receiver', t.receiver, { required: true, maxlength: 50, hint: t.receiverHint, error: page.wrong('receiver') })}
    ${page.field('receivedOn', t.receivedOn, { type: 'date', required: true, error: page.wrong('receivedOn') })}
    ${page.present ? html`<h3>${t.oldCopies(page.present.number)}</h3>${page.present.copies.map((copy) => html`<lia-field type="select" required
      label=${page.copyName(copy)} .value=${page.typed[copy.id] || ''} .options=${[{ value: '', label: t.chooseCopy },
        { value: 'RETURNED', label: t.returned }, { value: 'LOST', label: t.lost }]}
      @change=${(event) => { page.typed[copy.id] = event.currentTarget.value; }}></lia-field>`)}` : nothing}
    <p class="lia-hint">${page.present ? t.thenHAND_OVERagain : t.thenHAND_OVER}</p><button class="btn btn-primary" ?disabled=${page.busy}>${t.doHAND_OVER}</button></form>`;
}

/** The sheets of what to do now. */
export function actsSheets(page) {
  const { certificate } = page;
  const printed = certificate.state !== 'TO_PRINT';
  const papers = [['original', printed], ['duplicate', printed], ['receipt', certificate.state === 'VALID' || certificate.state === 'PRINTED']];
  return html`<section class="lia-sheet" id="acts"><h2>${t.acts}</h2>
    ${page.refusal ? html`<div class="lia-problem" role="alert" tabindex="-1"><p>${page.refusal.sentence || page.refusal.message}</p>
      ${wrongs(page.refusal, (path) => labelOf(page, path))}</div>` : nothing}
    ${done(page)}
    ${page.can('CLAIM') && certificate.state === 'TO_PRINT' ? holder(page) : nothing}
    ${page.can('PRINT') ? printing(page) : nothing}${page.can('HAND_OVER') ? handing(page) : nothing}
    ${certificate.events.length === 0 ? html`<p class="lia-none">${t[`certificateTurn${certificate.state}`]}</p>` : nothing}</section>
    ${papers.some(([, there]) => there) && may('registration.certificate.read') ? html`<section class="lia-sheet"><h2>${t.documents}</h2><p class="lia-bar">
      ${papers.filter(([, there]) => there).map(([kind]) => html`<button type="button" class="btn btn-outline-secondary"
        @click=${() => page.show(kind)}>${t[`certificatePaper_${kind}`]}</button>`)}</p></section>` : nothing}
    ${page.can('SPOIL') ? spoiling(page) : nothing}`;
}
