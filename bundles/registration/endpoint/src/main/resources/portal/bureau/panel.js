/** What to do now with a case: who holds it, the acts, their words, and what they lead to. */

import { href, html, may, nothing, query, session, time } from 'liaison';
import { ACTS, hindrances, kept, offered } from './acts.js';
import { conflictPart } from './changes.js';
import { marksPart } from './defects.js';
import { findingsPart, membersPart } from './onsite.js';
import { nameOf } from './people.js';
import { wrongs } from './wrongs.js';
import { t } from './texts.js';

/** The label of the field that a path of a refusal means. */
function labelOf(page, path) {
  const plain = { text: t.words, dueOn: t.correctionDue, colleague: t.reassignTo, members: t.members, 'findings.visitedOn': t.visitedOn,
    'findings.signText': t.signText, 'findings.rooms': t.roomsFound };
  const rows = {
    defects: (i) => page.marks[i] && page.marks[i].label, answers: (i) => page.answering && t.answerTo(page.answering[i]), members: (i) => t.memberNo(i + 1),
  };
  const [, list, at] = /^(defects|answers|members)\[(\d+)\]/.exec(path) || [];
  return list ? rows[list](Number(at)) : plain[path];
}

/** Claim, release, pass on. */
function holder(page) {
  const { application, names } = page;
  const can = (event) => application.events.includes(event);
  const mine = application.claimedBy === session.me.account;
  const away = kept(application, session.me);
  return html`<p>${application.claimedBy ? (mine ? t.heldByMe : t.heldByOther(nameOf(names, application.claimedBy))) : t.heldByNobody}</p>
    ${away && can('CLAIM') ? html`<p class="lia-hint">${away}</p>` : html`<p class="lia-bar">
      ${can('CLAIM') && !application.claimedBy ? html`<button type="button" class="btn btn-primary" ?disabled=${page.busy}
        @click=${() => page.fire('CLAIM', {})}>${t.claim}</button>` : nothing}
      ${can('RELEASE') && application.claimedBy ? html`<button type="button" class="btn btn-outline-secondary" ?disabled=${page.busy}
        @click=${() => page.fire('RELEASE', {})}>${t.release}</button>` : nothing}
      ${can('REASSIGN') ? html`<button type="button" class="btn btn-outline-secondary" aria-expanded=${page.passing ? 'true' : 'false'}
        @click=${() => page.set({ passing: !page.passing })}>${t.reassign}</button>` : nothing}</p>`}
    ${page.passing ? html`<form @submit=${(event) => page.pass(event)} novalidate><lia-field type="select" name="colleague" required
        label=${t.reassignTo} .value=${page.typed.colleague || ''} .error=${page.wrong('colleague')} .options=${[{ value: '', label: t.choosePerson },
          ...page.colleagues.filter((person) => person.account !== application.claimedBy).map((person) => ({ value: person.account, label: person.name }))]}
        @change=${(event) => page.keep('colleague', event.currentTarget.value)}></lia-field>
      <button class="btn btn-outline-secondary" ?disabled=${page.busy}>${t.reassignNow}</button></form>` : nothing}`;
}

function pending(page) {
  const { proposal } = page.application.review;
  return proposal ? html`<div class="lia-note"><p>${t.proposed(t[`do${proposal.event}`] || proposal.eventLabel, proposal.name, time(proposal.at), t[`confirms${proposal.event}`])}</p>
    ${proposal.text ? html`<p>${proposal.text}</p>` : nothing}</div>` : nothing;
}

function words(page, event) {
  const act = ACTS[event];
  const key = `words-${event}`;
  const phrases = t[`phrases${event}`];
  return html`${phrases ? html`<lia-field type="select" label=${t.phrase} .value=${''} .options=${[{ value: '', label: t.choosePhrase },
      ...phrases.map((phrase) => ({ value: phrase, label: phrase }))]}
      @change=${(change) => { page.keep(key, change.currentTarget.value); page.requestUpdate(); }}></lia-field>` : nothing}
    <lia-field type="textarea" rows="4" maxlength="500" name="text" label=${act.grave || event === 'REJECT' || event.startsWith('RETURN') ? t.wordsReason
      : t.words} ?required=${act.words} .value=${page.typed[key] || ''} .error=${page.wrong('text')}
      @input=${(change) => page.keep(key, change.currentTarget.value)}></lia-field>`;
}

function chosen(page, event) {
  const stops = hindrances(page.application, session.me, event, page.names);
  const act = ACTS[event];
  const proposal = page.application.review.proposal;
  const then = event === 'CONFIRM' ? t[`confirming${proposal.event}`] : event === 'EXTEND' && session.is('LDR') ? t.thenEXTENDnow : t[`then${event}`];
  return html`${stops.length === 0 ? nothing : html`<div class="lia-note">${stops.map((stop) => html`<p>${stop}</p>`)}</div>`}
    ${event === 'RETURN' ? marksPart(page) : nothing}${event === 'ASK_ONSITE' ? membersPart(page) : nothing}
    ${event === 'REPORT_ONSITE' && page.member ? findingsPart(page) : nothing}${act.wordless ? nothing : words(page, event)}
    <p class="lia-hint">${then}</p>
    <button class="btn ${act.grave ? 'btn-outline-danger' : 'btn-primary'}"
      ?disabled=${page.busy || stops.length > 0 || (event === 'RETURN' && page.marks.length === 0)}>${t[`do${event}`]}</button>`;
}

/** The document that an act has made. */
const MADE = { ACCEPT: 'acceptance', RETURN: 'correction', DENY: 'denial', SEND_TO_REVIEW: 'approval' };

function made(page) {
  const kind = page.did === 'CONFIRM' && page.application.state === 'NOT_ACCEPTED' ? 'refusal' : MADE[page.did];
  if (page.did === 'APPROVE' && may('registration.certificate.read')) {
    return html`<a class="btn btn-outline-secondary" href=${href('registration/certificates') + query({ officeId: page.application.officeId })}>${t.certificate}</a>`;
  }
  return kind && may(kind === 'approval' ? 'registration.paper.internal' : 'registration.paper.print') ? html`<button type="button"
    class="btn btn-outline-secondary" @click=${() => page.print(kind)}>${t[`paper_${kind}`]}</button>` : nothing;
}

/** What has just happened, the document it has made, and where to go on. */
function done(page) {
  return page.done ? html`<div class="lia-note" id="done" tabindex="-1" role="status"><p>${page.done}</p><p class="lia-bar">${made(page)}
    <button type="button" class="btn btn-outline-secondary" @click=${() => page.next()}>${t.nextCase}</button>
    <a class="btn btn-outline-secondary" href=${href('registration/applications')}>${t.backToQueue}</a></p></div>` : nothing;
}

/** The sheet of what to do now. */
export function panel(page) {
  const { application } = page;
  const events = offered(application, session.me.acting.role);
  const event = events.includes(page.act) ? page.act : events[0];
  return html`<section class="lia-sheet" id="acts"><h2>${t.acts}</h2>
    ${page.refusal ? html`<div class="lia-problem" role="alert" tabindex="-1"><p>${page.refusal.sentence || page.refusal.message}</p>
      ${wrongs(page.refusal, (path) => labelOf(page, path))}</div>` : nothing}
    ${conflictPart(page)}
    ${done(page)}
    ${application.events.some((each) => ['CLAIM', 'RELEASE', 'REASSIGN'].includes(each)) ? holder(page) : nothing}
    ${pending(page)}
    ${events.length === 0 ? (application.review.proposal ? nothing : html`<p class="lia-none">${t[`turn${application.state}`]}</p>`) : html`<form @submit=${(submitted) => page.send(submitted, event)} novalidate>
      ${events.length === 1 ? html`<h3>${t[`do${event}`]}</h3>` : html`<lia-field type="radio" label=${t.chooseAct} .value=${event}
        .options=${events.map((each) => ({ value: each, label: t[`do${each}`] }))}
        @change=${(change) => page.set({ act: change.currentTarget.value, refusal: null })}></lia-field>`}
      ${chosen(page, event)}</form>`}</section>`;
}
