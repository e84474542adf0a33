import { announce, api, go, html, href, may, newKey, nothing, Page, session, time } from 'liaison';
import { lightMark, mark } from '../look.js';
import { codeLists, draftOf } from './draft.js';
import { isEmpty, put, valueAt } from './paths.js';
import { t } from './texts.js';
import { Viewer } from './viewer.js';

const BASE = '/api/registration/v1';
const MOST = 20;
const MATERIALS = ['M1', 'M2', 'M3', 'M4', 'M5'];
/** What the platform makes of a draft, by material. */
const TEMPLATES = { M1: 'letter', M4: 'commitment', M5: 'form' };
const ENDED = ['DENIED', 'NOT_ACCEPTED', 'WITHDRAWN', 'LAPSED'];

/** What an office needs for its filing (办理须知), and the way into it. */
export default class Guide extends Page {
  offices = [];

  applications = [];

  terms = {};

  busy = false;

  refused = null;

  viewer = new Viewer(this);

  get heading() {
    return t.filing;
  }

  help() {
    return html`<p>${t.guideHelp}</p>`;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.phase === 'ready') {
      this.reload();
    }
  }

  async load() {
    const [offices, applications, lists] = await Promise.all([
      api.get(`${BASE}/offices`, { limit: MOST }), api.get(`${BASE}/applications`, { limit: MOST }), codeLists(),
    ]);
    this.offices = offices.items;
    this.applications = applications.items;
    this.terms = Object.fromEntries((lists.term || []).map((each) => [each.code, each.label]));
  }

  view() {
    return html`${this.refused ? html`<div class="lia-problem" role="alert"><p>${this.refused.message}</p></div>` : nothing}
      ${this.offices.map((office) => this.office(office))}
      <div class="lia-two"><section class="lia-sheet"><h2>${t.guideMaterials}</h2><ol class="lia-prose">${MATERIALS.map((code) => html`<li><strong>${t[`material.${code}`]}</strong>
        <p class="lia-hint">${t[`materialWhy.${code}`]}</p>${this.template(TEMPLATES[code])}</li>`)}</ol><p class="lia-hint">${t.filesHint}</p></section>
      <div><section class="lia-sheet"><h2>${t.guideSteps}</h2><ol class="lia-prose">${['one', 'two', 'three', 'four', 'five'].map((step) => html`<li>${t[`guideStep.${step}`]}</li>`)}</ol></section>
      <section class="lia-sheet"><h2>${t.guideTerms}</h2><ul class="lia-prose">${this.clocks().map((words) => html`<li>${words}</li>`)}</ul>
        <p class="lia-hint">${t.termsHint}</p></section></div></div>`;
  }

  /** A paper that the platform makes of the draft; before there is one, none. @param kind of a document; undefined = there is none */
  template(kind) {
    const draft = this.applications.find((each) => ['DRAFT', 'RETURNED'].includes(each.state));
    return !kind || !draft ? nothing : html`<p><button type="button" class="btn btn-link" @click=${() => this.viewer.open(kind, t[`template.${kind}`],
      `${BASE}/applications/${draft.id}/documents/${kind}`)}>${t[`template.${kind}`]}</button></p>${this.viewer.asked === kind ? this.viewer.view() : nothing}`;
  }

  clocks() {
    const days = (code) => this.terms[code];
    return [
      t.termTimely(days('filing.timely.days')), t.termIntake(days('intake.workingdays')), t.termCorrection(days('correction.workingdays')),
      t.termDecision(days('decision.workingdays'), days('decision.extension.workingdays')), t.termHandover(days('handover.workingdays')),
    ];
  }

  office(office) {
    const own = this.applications.filter((each) => each.officeId === office.id);
    const live = own.find((each) => !ENDED.includes(each.state));
    return html`<section class="lia-sheet"><h2>${office.name}</h2><lia-facts class="mb-3" .facts=${[
      [t.officeState, mark(office.status)], [t.dispatcherName, office.dispatcherName], [t.hostCity, office.hostCityLabel],
      ...(office.registrationNo ? [[t.registrationNo, office.registrationNo], [t.certificateNo, office.certificateNo, 'wide']] : []),
    ]}></lia-facts>${live ? this.going(live) : this.start(office)}
      ${own.filter((each) => each !== live).length === 0 ? nothing : html`<h3>${t.earlier}</h3><ul>${own.filter((each) => each !== live).map((each) => html`
        <li><a href=${href('registration/applications', each.id)}>${each.no || t.noNumber}</a>　${mark(each.state)}　${time(each.updatedAt)}</li>`)}</ul>`}</section>`;
  }

  going(row) {
    const at = (...parts) => href('registration/applications', row.id, ...parts);
    const action = {
      DRAFT: html`<a class="btn btn-primary" href=${at('form', 'office')}>${t.goOnFilling}</a>`,
      RETURNED: html`<a class="btn btn-primary" href=${at('correction')}>${t.toCorrection}</a>`,
    }[row.state] || html`<a class="btn btn-primary" href=${at()}>${t.toStatus}</a>`;
    return html`<p>${t.nowAt}${mark(row.state)}　${lightMark(row.light)}</p><p class="lia-bar">${action}
      ${row.state === 'APPROVED' && may('registration.certificate.read') ? html`<a class="btn btn-outline-secondary" href=${href('registration/certificates')}>${t.toCertificate}</a>` : nothing}
      ${['DRAFT', 'RETURNED'].includes(row.state) ? html`<a class="btn btn-outline-secondary" href=${at()}>${t.toStatus}</a>` : nothing}</p>`;
  }

  start(office) {
    return office.status !== 'UNREGISTERED' || !may('registration.application.create') ? nothing : html`<p>${t.startWhy}</p>
      <p><button type="button" class="btn btn-primary" ?disabled=${this.busy} @click=${() => this.begin(office)}>${t.start}</button></p>`;
  }

  /** What is known of an office that was just opened; whoever fills the form in may change it. */
  async prefill(id) {
    const draft = await draftOf(id);
    const { form } = draft;
    const known = {
      'nameApproval.name': form.name, 'letter.name': form.name, 'letter.addressee': t.bureau,
      'letter.issuer': valueAt(form, 'dispatcher.name'), 'commitment.issuer': valueAt(form, 'dispatcher.name'),
      'head.name': session.is('HED') ? session.me.name : null,
    };
    Object.entries(known).filter(([path, value]) => value && isEmpty(valueAt(form, path))).forEach(([path, value]) => put(form, path, value));
    await draft.save();
  }

  async begin(office) {
    if (this.busy) {
      return;
    }
    this.set({ busy: true, refused: null });
    this.key = this.key || newKey();
    try {
      const application = await api.post(`${BASE}/applications`, { officeId: office.id }, { key: this.key, repeat: true });
      await this.prefill(application.id);
      announce(t.started);
      go(href('registration/applications', application.id, 'form', 'office'));
    } catch (refused) {
      this.key = null;
      this.set({ refused });
    }
    this.set({ busy: false });
  }
}
