/** A filing while it is typed: what is on the page, what the server has, and how the one becomes the other. */

import { api, newKey } from 'liaison';
import { Identity } from './identity.js';
import { forget, keep, kept } from './kept.js';
import { isEmpty, merge, plain, put, same, valueAt } from './paths.js';
import { t } from './texts.js';
import { KINDS } from './typed.js';

const BASE = '/api/registration/v1';
const SOON_MILLIS = 400;
const PAUSE_MILLIS = 2500;
const AGAIN_MILLIS = 5000;

let codes = null;

/** The code lists: name to [{code, label}]. */
export async function codeLists() {
  if (codes === null) {
    const { items } = await api.get(`${BASE}/codes`);
    const lists = {};
    items.forEach((each) => { (lists[each.list] = lists[each.list] || []).push(each); });
    codes = lists;
  }
  return codes;
}

/** Tells 'change' whenever something to be shown has changed. */
export class Draft extends EventTarget {
  /** saved, typed, saving, failed. */
  phase = 'saved';

  savedAt = null;

  problem = null;

  /** What was typed and is no value, by its path. */
  malformed = new Map();

  /** What another window has written meanwhile into fields that were changed here too: [{path, mine, theirs}]. */
  clashes = [];

  /** What this page asks and the platform, renewed meanwhile, keeps no more: [{path, value}]. */
  outgrown = [];

  /** Whether something was typed before the page was loaded anew, and is here again. */
  restored = false;

  /** What submission would say now. */
  precheck = null;

  /** Paths that were left once, and steps that were left: there what is missing is said. */
  touched = new Set();

  /** Whether everything that is missing is said. */
  strict = false;

  identity = new Identity(() => this.tell({}), () => this.address);

  queue = Promise.resolve();

  looks = 0;

  lists = {};

  constructor(application) {
    super();
    this.application = application;
    this.form = plain(application.form || {});
    this.base = plain(application.form || {});
  }

  get address() {
    return `${BASE}/applications/${this.application.id}`;
  }

  get open() {
    return this.application.state === 'DRAFT' || this.application.state === 'RETURNED';
  }

  get dirty() {
    return !same(this.form, this.base);
  }

  tell(values) {
    Object.assign(this, values);
    this.dispatchEvent(new Event('change'));
  }

  value(path) {
    return this.malformed.has(path) ? this.malformed.get(path).typed : valueAt(this.form, path);
  }

  /** A value that was typed. @param left whether its field was left */
  put(path, typed, field, left) {
    let value = typed === '' ? null : typed;
    const kind = field && Object.keys(KINDS).find((each) => field[each]);
    this.malformed.delete(path);
    if (kind && value !== null) {
      value = KINDS[kind](String(typed).trim(), left);
      if (value === null && String(typed).trim() !== '') {
        this.malformed.set(path, { typed, why: t[`malformed.${kind}`] });
      }
    }
    put(this.form, path, value);
    if (left) {
      this.touched.add(path);
    }
    this.tell({ phase: this.dirty ? 'typed' : this.phase });
    this.later(left ? SOON_MILLIS : PAUSE_MILLIS);
  }

  /** Rows were added or taken away. */
  rows(path, list) {
    put(this.form, path, list);
    [...this.malformed.keys()].filter((each) => each.startsWith(path)).forEach((each) => this.malformed.delete(each));
    this.typed();
  }

  /** The form was changed otherwise than by typing into a field. */
  typed() {
    this.tell({ phase: 'typed' });
    this.later(SOON_MILLIS);
  }

  later(millis) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), millis);
    keep(this.application.id, this);
  }

  /** What is wrong with a field, in a sentence; empty when nothing is to be said. */
  wrong(path, must) {
    if (this.malformed.has(path)) {
      return this.touched.has(path) ? this.malformed.get(path).why : '';
    }
    const refused = this.problem && this.problem.of(path);
    if (refused) {
      return refused;
    }
    const said = (this.precheck ? this.precheck.violations : []).filter((each) => each.path === path
      || (must && each.code === 'REQUIRED' && path.startsWith(`${each.path}.`)));
    const told = this.strict || this.touched.has(path);
    return said.filter((each) => (each.path === path && !isEmpty(this.value(path)) ? true : told)).map((each) => each.message).join(' ');
  }

  /** What the clerk will ask about a field. */
  hints(path) {
    return (this.precheck ? this.precheck.warnings : []).filter((each) => each.path === path).map((each) => each.message).join(' ');
  }

  /** One write after the other: each gives the version for the next. */
  inTurn(work) {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => {});
    return turn;
  }

  /** Sends what is not yet kept. @returns whether everything is kept */
  save() {
    clearTimeout(this.timer);
    return this.inTurn(() => this.flush());
  }

  async flush() {
    let wrote = false;
    while (this.open && this.dirty && this.clashes.length === 0) {
      const sent = plain(this.form);
      this.tell({ phase: 'saving' });
      try {
        this.take(await api.put(`${this.address}/form`, sent, { version: this.application.version, key: newKey() }), sent);
        wrote = true;
      } catch (refused) {
        if (refused.status === 412) {
          await this.meet();
        } else if (!this.shed(refused)) {
          this.tell({ phase: 'failed', problem: refused });
          if (refused.status === 0 || refused.status === 503) {
            this.later(AGAIN_MILLIS);
          }
          return false;
        }
      }
    }
    if (this.clashes.length > 0) {
      this.tell({ phase: 'typed' });
      return false;
    }
    forget(this.application.id);
    this.tell({ phase: this.dirty ? 'typed' : 'saved' });
    if (wrote || this.precheck === null) {
      this.look();
    }
    return true;
  }

  /** Takes out of the form what the platform keeps no more, so that the rest is kept. @returns whether there was something */
  shed(refused) {
    const unknown = refused.violations.map((each) => each.path)
      .filter((path, i) => refused.violations[i].code === 'UNKNOWN_PROPERTY' && !isEmpty(valueAt(this.form, path)));
    const outgrown = unknown.map((path) => ({ path, value: valueAt(this.form, path) }));
    unknown.forEach((path) => put(this.form, path, null));
    this.tell({ outgrown: [...this.outgrown, ...outgrown] });
    return unknown.length > 0;
  }

  /** Takes up what this window had kept when its page was loaded anew. */
  restore() {
    const before = kept(this.application.id);
    if (before && this.open) {
      const clashes = [];
      this.form = merge(before.base, before.form, this.base, (path, mine, theirs) => clashes.push({ path, mine, theirs }));
      this.tell({ clashes, restored: this.dirty });
      this.later(SOON_MILLIS);
    }
  }

  /** What the server answered; fields changed since it was sent stay as they are typed. */
  take(application, sent) {
    const theirs = plain(application.form || {});
    this.form = merge(sent, this.form, theirs, () => {});
    this.base = theirs;
    this.tell({ application, problem: null, savedAt: new Date().toISOString() });
  }

  /** Somebody else has written: his changes come in, those of the same fields are shown beside one's own. */
  async meet() {
    const application = await api.get(this.address);
    const theirs = plain(application.form || {});
    const clashes = [];
    this.form = merge(this.base, this.form, theirs, (path, mine, other) => clashes.push({ path, mine, theirs: other }));
    this.base = theirs;
    this.tell({ application, clashes });
  }

  /** Decides about a field that two windows have changed. */
  settle(clash, mine) {
    if (!mine) {
      put(this.form, clash.path, clash.theirs);
    }
    this.tell({ clashes: this.clashes.filter((each) => each !== clash) });
    this.later(0);
  }

  /** Any other write. @param call gets the version */
  write(call) {
    return this.inTurn(async () => {
      await this.flush();
      for (;;) {
        try {
          const answer = await call(this.application.version);
          this.take(answer, this.base);
          return answer;
        } catch (refused) {
          if (refused.status !== 412) {
            throw refused;
          }
          await this.meet();
          if (!this.open) {
            throw refused;
          }
        }
      }
    });
  }

  /** Asks what submission would say; the last answer counts. */
  async look() {
    this.looks += 1;
    const { looks } = this;
    try {
      const precheck = await api.get(`${this.address}/precheck`);
      if (looks === this.looks) {
        this.tell({ precheck });
      }
    } catch (refused) {
      this.tell({ precheck: this.precheck });
    }
  }

  /** Reads again what the server has, and keeps what was typed. */
  refresh() {
    return this.inTurn(async () => {
      await this.meet().catch(() => {});
      this.tell({ phase: this.dirty ? 'typed' : 'saved' });
      if (this.open) {
        this.look();
      }
      if (this.dirty) {
        this.later(SOON_MILLIS);
      }
    });
  }
}

const drafts = new Map();

/** The draft of an application; one for all pages of this window. */
export async function draftOf(id) {
  const lists = await codeLists();
  if (drafts.has(id)) {
    await drafts.get(id).refresh();
  } else {
    const draft = new Draft(await api.get(`${BASE}/applications/${id}`));
    draft.lists = lists;
    drafts.set(id, draft);
    draft.restore();
    if (draft.open) {
      await draft.look();
    }
  }
  return drafts.get(id);
}

window.addEventListener('beforeunload', (event) => {
  if ([...drafts.values()].some((draft) => draft.open && draft.dirty)) {
    event.preventDefault();
    event.returnValue = '';
  }
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    drafts.forEach((draft) => draft.open && draft.dirty && draft.save());
  }
});
