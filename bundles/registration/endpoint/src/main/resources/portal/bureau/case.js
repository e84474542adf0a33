import { announce, api, day, go, href, html, may, nothing, number, Page, Problem, query, session, time } from 'liaison';
import { lightMark, mark } from '../look.js';
import { hindrances, pathOf } from './acts.js';
import { markButton, noticesSheet } from './defects.js';
import { parts } from './facts.js';
import { letterSheet, namesakes, namesSheet, warningsSheet } from './letter.js';
import { members, openVisit, PHOTOS, visitsSheet } from './onsite.js';
import { panel } from './panel.js';
import { fetched, papersSheet, printed, viewer } from './papers.js';
import { colleagues, nameOf, names } from './people.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1/applications';
const AHEAD = 20;

/** One filing as the Bureau works on it: letter and form beside each other, what to do now, and what happened. */
export default class CasePage extends Page {
  application = null;

  office = null;

  names = new Map();

  namesakes = [];

  colleagues = [];

  clerks = [];

  /** What was typed and not yet sent, by field. */
  typed = {};

  marks = [];

  ticks = new Set();

  act = null;

  passing = false;

  busy = false;

  refusal = null;

  done = null;

  paper = null;

  reason = t.reasonUsual;

  reasonError = '';

  sent = null;

  photoError = '';

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
    const [office, found, known, own, clerks] = await Promise.all([
      api.get(`/api/registration/v1/offices/${this.application.officeId}`), namesakes(this.application), names(),
      colleagues(session.me.acting.role), colleagues('CLK'),
    ].map((asked) => asked.catch(() => null)));
    this.office = office;
    this.namesakes = found || [];
    this.names = known || new Map();
    for (const opinion of this.application.opinions) {
      this.names.set(opinion.account, opinion.name);
    }
    this.colleagues = own || [];
    this.clerks = clerks || [];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.closePaper();
  }

  /** Whether the caller may do it now, as the state, his role, the holder and what he did before have it. */
  mayNow(event) {
    return this.application.events.includes(event) && hindrances(this.application, session.me, event, this.names).length === 0;
  }

  get member() {
    const visit = openVisit(this.application);
    return Boolean(visit && visit.members.includes(session.me.account));
  }

  keep(name, value) {
    this.typed[name] = value;
  }

  wrong(path) {
    return this.refusal ? this.refusal.of(path) : '';
  }

  wrongAnswer(no) {
    const at = (this.answering || []).indexOf(no);
    return at < 0 ? '' : this.wrong(`answers[${at}].text`);
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

  tick(content, agrees) {
    const ticks = new Set(this.ticks);
    if (agrees) {
      ticks.add(content);
    } else {
      ticks.delete(content);
    }
    this.set({ ticks });
  }

  sendTicks() {
    return this.fire('TICK', { contents: Array.from(this.ticks) });
  }

  sendAnswers() {
    const answers = this.application.review.warnings.filter((warning) => !warning.answer)
      .map((warning) => ({ no: warning.no, text: (this.typed[`answer-${warning.no}`] || '').trim() })).filter((answer) => answer.text);
    this.answering = answers.map((answer) => answer.no);
    return answers.length === 0 ? this.refused(new Problem(422, { detail: t.answersNone })) : this.fire('ANSWER', { answers });
  }

  pass(event) {
    event.preventDefault();
    return this.fire('REASSIGN', { colleague: this.typed.colleague || undefined });
  }

  send(event, act) {
    event.preventDefault();
    const text = (this.typed[`words-${act}`] || '').trim() || undefined;
    const bodies = {
      RETURN: () => ({ defects: this.marks.map((each) => ({ path: each.path, text: each.text.trim(), rule: each.rule.trim() || undefined })),
        dueOn: this.typed.dueOn || undefined }),
      ASK_ONSITE: () => ({ text, members: members(this) }),
      REPORT_ONSITE: () => ({ text, findings: { visitedOn: this.typed.visitedOn || undefined, signText: this.typed.signText, rooms: this.typed.rooms } }),
    };
    return this.fire(act, bodies[act] ? bodies[act]() : { text });
  }

  /** Fires an event once; what was typed stays until it has happened. */
  async fire(event, body) {
    if (this.busy) {
      return;
    }
    const from = this.application.state;
    this.set({ busy: true, refusal: null, done: null });
    try {
      const application = await api.post(`${BASE}/${this.application.id}/${pathOf(event)}`, body, { version: this.application.version });
      this.happened(event, from, application);
    } catch (problem) {
      await this.refused(problem);
    }
    this.set({ busy: false });
  }

  happened(event, from, application) {
    const moved = application.state !== from || Boolean(application.review.proposal);
    const said = application.registrationNo && event === 'APPROVE'
      ? t.approved(application.decisionNo, application.registrationNo, application.certificateNo)
      : t.happened(t[`did${event}`] || '', t[`state${application.state}`]);
    this.set({
      application, passing: false, ticks: moved || event === 'TICK' ? new Set() : this.ticks, act: moved ? null : this.act, done: moved ? said : null,
      from: moved ? from : this.from, marks: event === 'RETURN' ? [] : this.marks, typed: moved ? {} : this.typed,
    });
    announce(moved ? said : t[`did${event}`]);
  }

  /** Shows a refusal; after one that another person has caused, the case as it is now. */
  async refused(problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    if (problem.status === 409 || problem.status === 412) {
      const application = await api.get(`${BASE}/${this.application.id}`).catch(() => this.application);
      const last = application.opinions[application.opinions.length - 1];
      if (problem.code === 'STALE') {
        problem.sentence = last && last.account !== session.me.account
          ? t.changedBy(last.name, time(last.at), last.eventLabel) : t.changedMeanwhile;
      }
      this.set({ application });
    }
    this.set({ refusal: problem });
    await this.updateComplete;
    const wrong = this.querySelector('[aria-invalid=true]') || this.querySelector('#acts .lia-problem');
    if (wrong) {
      wrong.focus();
    }
  }

  async addPhoto(file) {
    this.set({ sent: 0, photoError: '' });
    try {
      const application = await api.upload(`${BASE}/${this.application.id}/materials/${PHOTOS}/files`, file,
        { version: this.application.version }, (sent) => this.set({ sent }));
      this.set({ application });
    } catch (problem) {
      this.set({ photoError: [problem.message, ...problem.violations.map((violation) => violation.message)].join(' ') });
    }
    this.set({ sent: null });
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

  /** The next case of the step this one was in, that is free or mine. */
  async next() {
    const { items } = await api.get(BASE, { state: this.from, limit: AHEAD });
    const free = items.find((row) => row.id !== this.application.id && (!row.claimedBy || row.claimedBy === session.me.account));
    go(free ? href('registration/applications', free.id) : href('registration/applications') + query({ state: this.from }));
  }

  view() {
    const work = html`${letterSheet(this)}${warningsSheet(this)}${namesSheet(this)}`;
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

  form() {
    return parts(this.application.form || {}).map((part) => (part.rows.length === 0 ? nothing : html`<section class="lia-sheet"><h2>${part.title}</h2>
      <lia-facts .facts=${part.rows.map(([path, label, value, width]) => [label,
        html`${value === undefined || value === null || value === '' ? html`<span class="lia-none">${t.blank}</span>` : value}${markButton(this, path, label)}`,
        width])}></lia-facts></section>`));
  }
}
