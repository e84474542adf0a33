/** On-site checks: who goes, what they found, and that the other one confirms it. */

import { day, html, nothing, time } from 'liaison';
import { nameOf } from './people.js';
import { t } from './texts.js';

export const PHOTOS = 'ONSITE';
const OTHER = '?';

/** The check that is open now; null = none. */
export function openVisit(application) {
  const { visits } = application.review;
  return application.state === 'ONSITE' && visits.length > 0 ? visits[visits.length - 1] : null;
}

export function photos(application) {
  const found = (application.materials || []).find((material) => material.code === PHOTOS);
  return found ? found.files : [];
}

/** The two who are to go, as the act of asking needs them. */
export function membersPart(page) {
  const options = [{ value: '', label: t.choosePerson }, ...page.clerks.map((person) => ({ value: person.account, label: person.name })),
    { value: OTHER, label: t.otherAccount }];
  return html`${[0, 1].map((i) => {
    const chosen = page.typed[`member${i}`] || '';
    return html`<lia-field type="select" required label=${t.memberNo(i + 1)} .value=${chosen} .options=${options}
        .error=${page.wrong(`members[${i}]`) || (i === 0 ? page.wrong('members') : '')}
        @change=${(event) => { page.keep(`member${i}`, event.currentTarget.value); page.requestUpdate(); }}></lia-field>
      ${chosen === OTHER ? html`<lia-field required label=${t.memberAccount(i + 1)} hint=${t.memberAccountHint} maxlength="50"
        .value=${page.typed[`account${i}`] || ''} @input=${(event) => page.keep(`account${i}`, event.currentTarget.value)}></lia-field>` : nothing}`;
  })}`;
}

export function members(page) {
  return [0, 1].map((i) => (page.typed[`member${i}`] === OTHER ? page.typed[`account${i}`] : page.typed[`member${i}`]))
    .map((account) => (account || '').trim()).filter(Boolean);
}

/** What was found, as the act of reporting needs it. */
export function findingsPart(page) {
  return html`<lia-file label=${t.addPhotos} hint=${t.photosHint(photos(page.application).length)} accept="image/jpeg,image/png,application/pdf"
      .sent=${page.sent} .error=${page.photoError} @pick=${(event) => page.addPhoto(event.detail)}></lia-file>
    <lia-field type="date" required label=${t.visitedOn} .value=${page.typed.visitedOn || ''} .error=${page.wrong('findings.visitedOn')}
      @input=${(event) => page.keep('visitedOn', event.currentTarget.value)}></lia-field>
    <lia-field required maxlength="120" label=${t.signText} hint=${t.signTextHint} .value=${page.typed.signText || ''}
      .error=${page.wrong('findings.signText')} @input=${(event) => page.keep('signText', event.currentTarget.value)}></lia-field>
    <lia-field type="textarea" required maxlength="1000" rows="4" label=${t.roomsFound} hint=${t.roomsFoundHint} .value=${page.typed.rooms || ''}
      .error=${page.wrong('findings.rooms')} @input=${(event) => page.keep('rooms', event.currentTarget.value)}></lia-field>`;
}

/** Every check of the case. */
export function visitsSheet(page) {
  const { visits } = page.application.review;
  return visits.length === 0 ? nothing : html`<section class="lia-sheet"><h2>${t.visits}</h2>${visits.map((visit, i) => html`
    <h3>${t.visitNo(i + 1)}</h3><lia-facts .facts=${[
      [t.askedBy, t.byAt(nameOf(page.names, visit.askedBy), time(visit.askedAt)), 'wide'], [t.askedFor, visit.reason, 'wide'],
      [t.members, visit.members.map((member) => nameOf(page.names, member)).join(t.comma), 'wide'],
      ...(visit.findings ? [
        [t.visitedOn, day(visit.findings.visitedOn)], [t.reportedBy, nameOf(page.names, visit.reportedBy)],
        [t.signText, visit.findings.signText, 'wide'], [t.roomsFound, visit.findings.rooms, 'wide'], [t.reportWords, visit.note, 'wide'],
      ] : [[t.findings, t.notReported, 'wide']]),
    ]}></lia-facts>`)}
    ${photos(page.application).length === 0 ? nothing : html`<lia-file label=${t.photos} readonly .files=${photos(page.application)}
      @open=${(event) => page.openFile(event.detail)}></lia-file>`}</section>`;
}
