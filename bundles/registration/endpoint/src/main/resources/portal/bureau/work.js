import { announce, api, go, href, Problem, query, session, time } from 'liaison';
import { hindrances, pathOf } from './acts.js';
import { theirs } from './changes.js';
import { Handled } from './handled.js';
import { members, openVisit, PHOTOS } from './onsite.js';
import { t } from './texts.js';

export const BASE = '/api/registration/v1/applications';
const AHEAD = 20;

/** Work on one case: what was typed and not yet sent, the acts that send it, and what becomes of them. */
export class CaseWork extends Handled {
  application = null;

  marks = [];

  ticks = new Set();

  act = null;

  /** What others have done meanwhile; null = nothing that came in between. */
  conflict = null;

  /** The event that has just moved the case. */
  did = null;

  sent = null;

  photoError = '';

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

  wrongAnswer(no) {
    const at = (this.answering || []).indexOf(no);
    return at < 0 ? '' : this.wrong(`answers[${at}].text`);
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
    this.set({ busy: true, refusal: null, conflict: null, done: null });
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
      did: moved ? event : null, from: moved ? from : this.from, marks: event === 'RETURN' ? [] : this.marks, typed: moved ? {} : this.typed,
    });
    if (moved) {
      this.focusOn('#done');
    } else {
      announce(t[`did${event}`]);
    }
  }

  /** Shows a refusal; after one that another person has caused, the case as it is now, with his change and what was typed. */
  async refused(problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    if (problem.status === 409 || problem.status === 412) {
      const was = this.application;
      const application = await api.get(`${BASE}/${was.id}`).catch(() => was);
      const last = application.opinions[application.opinions.length - 1];
      if (problem.code === 'STALE') {
        problem.sentence = last && last.account !== session.me.account && application.opinions.length > was.opinions.length
          ? t.changedBy(last.name, time(last.at), last.eventLabel) : t.changedMeanwhile;
      }
      this.set({ application, conflict: application.version === was.version ? null : theirs(was, application, this.names) });
    }
    this.set({ refusal: problem });
    await this.focusOn('[aria-invalid=true]', '#acts .lia-problem');
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

  /** n goes on to the next case. */
  press(event) {
    const typing = event.target.closest && event.target.closest('input:not([type=radio]):not([type=checkbox]), select, textarea');
    if (event.key === 'n' && this.application && !typing && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.next();
    }
  }

  /** The next case of the step this one is or was in, that is free or mine. */
  async next() {
    const state = this.done ? this.from : this.application.state;
    const { items } = await api.get(BASE, { state, limit: AHEAD });
    const at = items.findIndex((row) => row.id === this.application.id);
    const free = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].find((row) => !row.claimedBy || row.claimedBy === session.me.account);
    go(free ? href('registration/applications', free.id) : href('registration/applications') + query({ state }));
  }
}
