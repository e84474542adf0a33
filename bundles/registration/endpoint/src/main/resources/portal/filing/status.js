import { announce, api, day, dayInWords, html, href, may, newKey, nothing, Page, valuesOf } from 'liaison';
import { lightMark, mark } from '../look.js';
import { changes, changesPart, submitted } from './changes.js';
import { codeLists } from './draft.js';
import { papers } from './papers.js';
import { t } from './texts.js';
import { Viewer } from './viewer.js';

const BASE = '/api/registration/v1';

/** The way of a filing as its office sees it. */
const WAY = [
  { name: 'filling', states: ['DRAFT'] }, { name: 'intake', states: ['SUBMITTED', 'RETURNED'] },
  { name: 'review', states: ['ACCEPTED', 'REVIEWING', 'ONSITE'] }, { name: 'decision', states: ['PENDING_APPROVAL'] },
  { name: 'certificate', states: ['APPROVED'] },
];
const ENDED = ['DENIED', 'NOT_ACCEPTED', 'WITHDRAWN', 'LAPSED'];

/** One filing for its office: where it is, who holds it and until when, what to do, what happened, its papers. */
export default class FilingStatus extends Page {
  application = null;

  certificates = null;

  changes = null;

  busy = false;

  withdrawing = false;

  refused = null;

  viewer = new Viewer(this, () => `${BASE}/applications/${this.params.id}`);

  get heading() {
    const { application } = this;
    return application && application.form && application.form.name ? t.caseOf(application.form.name) : t.status;
  }

  get trail() {
    return [{ text: t.filing, address: href('registration/filing') }];
  }

  help() {
    return html`<p>${t.statusHelp}</p>`;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.application) {
      this.reload();
    }
  }

  async load() {
    const application = await api.get(`${BASE}/applications/${this.params.id}`);
    this.certificates = application.state === 'APPROVED' && may('registration.certificate.read')
      ? (await api.get(`${BASE}/certificates`, { officeId: application.officeId })).items
      : [];
    this.changes = await this.changed(application);
    this.application = application;
  }

  /** What the last correction has changed; null before there was one. */
  async changed(application) {
    const { revision } = application.review;
    if (revision < 2 || application.state === 'RETURNED') {
      return null;
    }
    const address = `${BASE}/applications/${application.id}`;
    const [before, now, lists] = await Promise.all([submitted(address, revision - 1), submitted(address, revision), codeLists()]);
    return before && now ? changes(lists, before, now) : null;
  }

  view() {
    const { application } = this;
    return html`${this.way()}<div class="lia-case"><div>${this.whose()}${papers(application, this.certificates, BASE, this.viewer)}${changesPart(this.changes)}
      <section class="lia-sheet"><h2>${t.history}</h2><lia-timeline .empty=${t.historyNone} .items=${(application.opinions || []).map((each) => ({
        at: each.at, who: `${each.name}（${each.roleLabel}）`, what: each.eventLabel, words: each.text,
      })).reverse()}></lia-timeline></section></div><div>${this.todo()}</div></div>`;
  }

  get handedOver() {
    return this.certificates.some((each) => each.state === 'VALID');
  }

  /** Whom the case waits for, in words. */
  holder() {
    const { state } = this.application;
    return state === 'APPROVED' && !this.handedOver ? t.holderCertificate : t[`holder.${state}`];
  }

  way() {
    const at = WAY.findIndex((each) => each.states.includes(this.application.state));
    return ENDED.includes(this.application.state) ? nothing : html`<lia-steps .steps=${WAY.map((each, i) => ({
      label: t[`way.${each.name}`], state: i < at || (each.name === 'certificate' && this.handedOver) ? 'done' : i === at ? 'now' : 'todo',
    }))}></lia-steps>`;
  }

  whose() {
    const { application } = this;
    const { light } = application;
    const proposal = application.review && application.review.proposal;
    return html`<section class="lia-sheet"><h2>${t.turn}</h2><lia-facts .facts=${[
      [t.state, mark(application.state)],
      [t.holder, this.holder(), 'wide'],
      ...(light ? [[t.until, html`${t.untilDay(t[`clock.${light.kind}`], dayInWords(light.dueOn))} 　${lightMark(light)}${light.provisional ? t.provisional : ''}`, 'wide']] : []),
      [t.applicationNo, application.no], [t.submittedOn, day(application.submittedFirstAt)],
      ...(application.decisionNo ? [[t.decisionNo, application.decisionNo], [t.decisionDate, day(application.decisionDate)]] : []),
      ...(application.registrationNo ? [[t.registrationNo, application.registrationNo], [t.certificateNo, application.certificateNo, 'wide']] : []),
      ...(proposal ? [[t.proposal, t.proposed(proposal.eventLabel, day(proposal.at)), 'wide']] : []),
    ]}></lia-facts></section>`;
  }

  todo() {
    const { application } = this;
    const at = (...parts) => href('registration/applications', application.id, ...parts);
    const events = application.events || [];
    const main = {
      DRAFT: html`<p>${t.todoDraft}</p><p><a class="btn btn-primary" href=${at('form', 'office')}>${t.goOnFilling}</a>
        <a class="btn btn-outline-secondary" href=${at('form', 'check')}>${t.toCheck}</a></p>`,
      APPROVED: this.certificates.some((each) => each.state === 'PRINTED')
        ? html`<p>${t.todoCollect}</p><p><a class="btn btn-primary" href=${href('registration/certificates')}>${t.toCertificate}</a></p>` : null,
      RETURNED: html`<p>${t.todoReturned}</p><p><a class="btn btn-primary" href=${at('correction')}>${t.toCorrection}</a></p>`,
    }[application.state] || (ENDED.includes(application.state)
      ? html`<p>${t.todoEnded}</p><p><a href=${href('registration/filing')}>${t.filing}</a></p>` : null);
    return html`<section class="lia-sheet"><h2>${t.todo}</h2>${main || html`<p>${t.todoNothing}</p>`}
      ${events.includes('WITHDRAW') ? this.withdrawal() : nothing}</section>`;
  }

  withdrawal() {
    return this.withdrawing ? html`<form class="border-top pt-3" novalidate @submit=${(event) => this.withdraw(event)}>
      <lia-field name="text" type="textarea" label=${t.withdrawReason} required maxlength="500" .error=${this.refused ? this.refused.of('text') || this.refused.message : ''}></lia-field>
      <p class="lia-hint">${this.application.state === 'ACCEPTED' ? t.withdrawAccepted : t.withdrawWhy}</p>
      <p class="lia-bar"><button class="btn btn-outline-danger" ?disabled=${this.busy}>${t.withdraw}</button>
      <button type="button" class="btn btn-outline-secondary" @click=${() => this.set({ withdrawing: false, refused: null })}>${t.cancel}</button></p></form>`
      : html`<p><button type="button" class="btn btn-link lia-danger" @click=${() => this.set({ withdrawing: true })}>${t.withdrawThis}</button></p>`;
  }

  async withdraw(event) {
    event.preventDefault();
    const form = event.currentTarget;
    if (this.busy) {
      return;
    }
    this.set({ busy: true, refused: null });
    this.key = this.key || newKey();
    try {
      await api.post(`${BASE}/applications/${this.params.id}/withdrawal`, { text: valuesOf(form).text }, { version: this.application.version, key: this.key });
      this.set({ withdrawing: false });
      announce(t.withdrawn);
      await this.reload();
    } catch (refused) {
      this.key = null;
      this.set({ refused });
      form.querySelector('lia-field').focus();
    }
    this.set({ busy: false });
  }
}
