import { clock, go, html, href, nothing, Page, query } from 'liaison';
import { check } from './check.js';
import { draftOf } from './draft.js';
import { facts, field, focusOn, rows, shown, wordsOf } from './fields.js';
import { materials, Uploads } from './materials.js';
import { differences, put, valueAt } from './paths.js';
import { place, STEPS } from './steps.js';
import { t } from './texts.js';
import { Viewer } from './viewer.js';

/** One step of a filing; what is typed is kept by itself. */
export default class FilingForm extends Page {
  draft = null;

  busy = false;

  refused = null;

  uploads = new Uploads(this);

  viewer = new Viewer(this, () => this.draft.address);

  draw = () => this.requestUpdate();

  get at() {
    return Math.max(0, STEPS.findIndex((step) => step.name === this.params.step));
  }

  get step() {
    return STEPS[this.at];
  }

  get heading() {
    return this.draft ? t.fileFor(this.draft.form.name || '') : t.filing;
  }

  get trail() {
    return [{ text: t.filing, address: href('registration/filing') }, { text: t.status, address: href('registration/applications', this.params.id) }];
  }

  help() {
    return html`<p>${t.formHelp}</p><p>${t.formHelpSave}</p>`;
  }

  address(step, at) {
    return href('registration/applications', this.params.id, 'form', step.name) + (at ? `?at=${encodeURIComponent(at)}` : '');
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.draft) {
      this.draft.addEventListener('change', this.draw);
      this.draft.refresh();
      this.showForm();
    }
  }

  disconnectedCallback() {
    if (this.draft) {
      this.draft.removeEventListener('change', this.draw);
      this.draft.identity.close();
      this.draft.save();
    }
    super.disconnectedCallback();
  }

  async load() {
    this.draft = await draftOf(this.params.id);
    this.draft.addEventListener('change', this.draw);
    if (this.step.name === 'check') {
      this.draft.strict = true;
      this.showForm();
    }
    if (this.query.at) {
      this.draft.touched.add(this.query.at);
      setTimeout(async () => {
        await this.updateComplete;
        focusOn(this, this.query.at);
      });
    }
  }

  /** The last step has the paper as it prints. @param reason set = with whole identity numbers */
  async showForm(reason) {
    const { draft } = this;
    if (this.step.name === 'check' && draft.open && (await draft.save())) {
      await this.viewer.open('form', t.paperForm, `${draft.address}/documents/form${query({ reason })}`, !reason);
    }
  }

  view() {
    const { draft } = this;
    if (!draft.open) {
      return html`<div class="lia-note"><p>${t.notOpen}</p><p><a href=${href('registration/applications', this.params.id)}>${t.toStatus}</a></p></div>
        ${this.unkept(t.unkept, t.unkeptWhy, differences(draft.base, draft.form).map((each) => [each.path, each.after]))}`;
    }
    return html`<lia-steps .steps=${this.steps()}></lia-steps>${draft.restored ? html`<p class="lia-note" role="status">${t.restored}</p>` : nothing}
      ${this.unkept(t.outgrown, t.outgrownWhy, draft.outgrown.map((each) => [each.path, each.value]))}${this.clashes()}
      <form novalidate @submit=${(event) => { event.preventDefault(); this.next(); }}>
        ${this.step.parts.map((part) => this.part(part))}
        ${this.step.name === 'check' ? check(this) : nothing}
        <div class="d-flex flex-wrap align-items-center gap-2 mb-3">
          ${this.at > 0 ? html`<a class="btn btn-outline-secondary" href=${this.address(STEPS[this.at - 1])}>${t.back}</a>` : nothing}
          ${this.at < STEPS.length - 1 ? html`<button class="btn btn-primary" ?disabled=${this.busy}>${t.saveAndNext}</button>` : nothing}
          ${this.kept()}</div></form>`;
  }

  steps() {
    const wrong = new Set((this.draft.precheck ? this.draft.precheck.violations : []).map((each) => place(each.path).step));
    return STEPS.map((step, i) => ({
      label: t[`step.${step.name}`],
      state: i === this.at ? 'now' : this.draft.precheck && !wrong.has(step) && step.name !== 'check' ? 'done' : 'todo',
      address: this.address(step),
    }));
  }

  part(part) {
    const { draft } = this;
    return html`<section class="lia-sheet"><h2>${t[part.title]}</h2>${part.hint ? html`<p class="lia-hint">${t[part.hint]}</p>` : nothing}
      ${part.fixed ? facts(draft, part.fixed) : nothing}
      ${part.copy ? html`<p><button type="button" class="btn btn-outline-secondary" @click=${() => this.copy(part.copy)}>${t[part.copy.text]}</button></p>` : nothing}
      ${part.rows ? rows(draft, part) : html`<div class="row gx-3">${part.fields.map((spec) => field(draft, spec, spec.path, spec.path))}</div>`}
      ${part.materials ? materials(draft, this.uploads, this.viewer) : nothing}</section>`;
  }

  /** Takes over what the form says already, to be compared with the paper. */
  copy({ values, lists }) {
    const { draft } = this;
    values.forEach(([to, from]) => put(draft.form, to, valueAt(draft.form, from)));
    lists.forEach(([to, from, names]) => put(draft.form, to, (valueAt(draft.form, from) || [])
      .map((row) => Object.fromEntries(names.map((name) => [name, row[name]])))));
    draft.typed();
  }

  kept() {
    const { draft } = this;
    const words = {
      saved: draft.savedAt ? t.savedAt(clock(draft.savedAt)) : '', typed: t.notSavedYet, saving: t.saving,
      failed: draft.problem ? t.notSaved(this.why(draft.problem)) : '',
    }[draft.phase];
    return html`<span class=${draft.phase === 'failed' ? 'lia-wrong' : 'lia-hint mb-0'} role="status">${words}</span>
      ${draft.phase === 'failed' ? html`<button type="button" class="btn btn-outline-secondary" @click=${() => draft.save()}>${t.saveAgain}</button>` : nothing}`;
  }

  /** Why something was not kept; a field that stands in another step is named. */
  why(problem) {
    const [first] = problem.violations;
    return first ? `${wordsOf(this.draft, first.path)}：${first.message}` : problem.message;
  }

  /** What was typed and could not be kept, to be copied from here. @param values [[path, value]] */
  unkept(title, why, values) {
    return values.length === 0 ? nothing : html`<section class="lia-sheet" role="alert"><h2>${title}</h2><p>${why}</p>
      <lia-facts .facts=${values.map(([path, value]) => [wordsOf(this.draft, path) || path, shown(this.draft, path, value), 'wide'])}></lia-facts></section>`;
  }

  /** What another window has written into the same fields. */
  clashes() {
    const { draft } = this;
    return draft.clashes.length === 0 ? nothing : html`<section class="lia-sheet" role="alert"><h2>${t.clashTitle}</h2><p>${t.clashWhy}</p>
      ${draft.clashes.map((clash) => html`<div class="border-top pt-2"><p class="lia-label">${wordsOf(draft, clash.path)}</p>
        <lia-facts .facts=${[[t.clashMine, shown(draft, clash.path, clash.mine)], [t.clashTheirs, shown(draft, clash.path, clash.theirs)]]}></lia-facts>
        <p class="lia-bar mt-2"><button type="button" class="btn btn-outline-secondary" @click=${() => draft.settle(clash, true)}>${t.clashKeep}</button>
        <button type="button" class="btn btn-outline-secondary" @click=${() => draft.settle(clash, false)}>${t.clashTake}</button></p></div>`)}</section>`;
  }

  async next() {
    this.step.parts.forEach((part) => part.fields.forEach((spec) => this.draft.touched.add(spec.path)));
    if (this.at === STEPS.length - 1) {
      return;
    }
    this.set({ busy: true });
    await this.draft.save();
    this.set({ busy: false });
    if (this.draft.phase === 'saved') {
      go(this.address(STEPS[this.at + 1]));
    } else {
      (this.draft.problem ? this.draft.problem.violations : []).find((each) => focusOn(this, each.path));
    }
  }
}
