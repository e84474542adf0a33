import { api, day, href, html, may, nothing, number, Problem, query, session, time } from 'liaison';
import { lightMark, mark } from '../look.js';
import { changed, changesSheet } from './changes.js';
import { markButton, noticesSheet } from './defects.js';
import { parts } from './facts.js';
import { Identities } from './identity.js';
import { letterSheet, namesakes, namesSheet, warningsSheet } from './letter.js';
import { visitsSheet } from './onsite.js';
import { panel } from './panel.js';
import { fetched, papersSheet, printed, viewer } from './papers.js';
import { colleagues, nameOf, names } from './people.js';
import { t } from './texts.js';
import { BASE, CaseWork } from './work.js';

/** One filing as the Bureau works on it: letter and form beside each other, what to do now, and what happened. */
export default class CasePage extends CaseWork {
  office = null;

  namesakes = [];

  colleagues = [];

  clerks = [];

  /** The submission before the present one; null = there is none. */
  before = null;

  /** What differs from it, by path. */
  changes = new Map();

  identities = new Identities(this);

  paper = null;

  reason = t.reasonUsual;

  reasonError = '';

  get heading() {
    const { application } = this;
    return application ? (application.form && application.form.name) || t.application : t.application;
  }

  get trail() {
    return [{ text: t.queue, address: href('registration/applications') }];
  }

  help() {
    return html`<p>${t.caseHelp}</p>`;
  }

  async load() {
    this.application = await api.get(`${BASE}/${this.params.id}`);
    const { revision } = this.application.review;
    const [office, found, known, own, clerks, before] = await Promise.all([
      api.get(`/api/registration/v1/offices/${this.application.officeId}`), namesakes(this.application), names(),
      colleagues(session.me.acting.role), colleagues('CLK'), revision > 1 ? api.get(`${BASE}/${this.application.id}/submissions/${revision - 1}`) : null,
    ].map((asked) => Promise.resolve(asked).catch(() => null)));
    this.office = office;
    this.namesakes = found || [];
    this.names = known || new Map();
    for (const opinion of this.application.opinions) {
      this.names.set(opinion.account, opinion.name);
    }
    this.colleagues = own || [];
    this.clerks = clerks || [];
    this.before = before;
    this.changes = before ? changed(before, this.application) : new Map();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.closePaper();
    this.identities.hide();
  }

  labelOf(path) {
    if (path.startsWith('materials.')) {
      const material = this.application.materials.find((each) => `materials.${each.code}` === path);
      return (material && material.codeLabel) || path;
    }
    const rows = parts(this.application.form || {}).flatMap((part) => part.rows);
    const row = rows.find((each) => each[0] === path) || rows.find((each) => path.startsWith(each[0]) || each[0].startsWith(path));
    return path.startsWith('letter') ? t.letter : row ? row[1] : path;
  }

  openFile(file) {
    return this.show(() => fetched(this, file));
  }

  print(kind) {
    return this.show(() => printed(this, kind));
  }

  async show(fetching) {
    try {
      const paper = await fetching();
      this.closePaper();
      this.set({ paper, reasonError: '' });
      await this.updateComplete;
      this.querySelector('#paper').focus();
    } catch (problem) {
      this.set({ reasonError: problem.of ? problem.of('reason') || problem.message : '' });
      if (!(problem instanceof Problem)) {
        throw problem;
      }
    }
  }

  closePaper() {
    if (this.paper) {
      URL.revokeObjectURL(this.paper.address);
      this.set({ paper: null });
    }
  }

  view() {
    const work = html`${changesSheet(this)}${letterSheet(this)}${warningsSheet(this)}${namesSheet(this)}`;
    const rest = html`${papersSheet(this)}${this.form()}`;
    const aside = html`${this.progress()}${panel(this)}`;
    const past = html`${noticesSheet(this)}${visitsSheet(this)}`;
    return this.paper
      ? html`<div class="lia-two"><div>${viewer(this)}</div><div>${work}${aside}${rest}${past}${this.history()}</div></div>`
      : html`<div class="lia-case"><div>${work}${past}${rest}</div><div>${aside}${this.history()}</div></div>`;
  }

  progress() {
    const { application } = this;
    const { light, timeliness } = application;
    return html`<section class="lia-sheet"><h2>${t.progress}</h2><lia-facts .facts=${[
      [t.state, mark(application.state), 'wide'],
      ...(light ? [[t.limit, html`${lightMark(light)} ${t.until(light.kindLabel, day(light.dueOn))}${light.provisional ? t.provisional : ''}`, 'wide']] : []),
      [t.applicationNo, application.no, 'wide'], [t.claimedBy, nameOf(this.names, application.claimedBy), 'wide'],
      [t.submittedAt, time(application.submittedFirstAt), 'wide'], [t.revision, t.revisionNo(application.review.revision), 'wide'],
      ...(timeliness ? [[t.timeliness, t.filedAfter(number(timeliness.days), timeliness.late), 'wide']] : []),
      ...(application.decisionNo ? [[t.decision, `${application.decisionNo}　${day(application.decisionDate)}`, 'wide']] : []),
      ...(application.registrationNo ? [[t.registrationNo, application.registrationNo, 'wide'],
        [t.certificateNo, may('registration.certificate.read') ? html`<a href=${href('registration/certificates') + query({
          officeId: application.officeId })}>${application.certificateNo}</a>` : application.certificateNo, 'wide']] : []),
    ]}></lia-facts></section>`;
  }

  history() {
    return html`<section class="lia-sheet"><h2>${t.history}</h2><lia-timeline .empty=${t.historyNone} .items=${this.application.opinions.map((opinion) => ({
      at: opinion.at, who: t.person(opinion.name, opinion.roleLabel), what: opinion.eventLabel, words: opinion.text,
    })).reverse()}></lia-timeline></section>`;
  }

  /** A value of the form: what it was before, and a way to mark it. */
  fact(path, label, value) {
    const empty = value === undefined || value === null || value === '';
    const change = this.changes.get(path);
    return html`${empty ? html`<span class="lia-none">${t.blank}</span>` : this.identities.cell(this.application.id, path, value, label)}
      ${change ? html` <lia-state .kind=${'attention'} .text=${t.corrected}></lia-state><div class="lia-hint">${t.changedFrom(change.before || t.blank)}</div>` : nothing}
      ${markButton(this, path, label)}`;
  }

  form() {
    return parts(this.application.form || {}).map((part) => (part.rows.length === 0 ? nothing : html`<section class="lia-sheet"><h2>${part.title}</h2>
      <lia-facts .facts=${part.rows.map(([path, label, value, width]) => [label, this.fact(path, label, value), width])}></lia-facts></section>`));
  }
}
