import { api, html, href, newKey, nothing, Page, Problem, valuesOf } from 'liaison';
import { Division } from './division.js';
import { wrongs } from './wrongs.js';
import { t } from './texts.js';

const KINDS = ['1', '2', '3', '4', '8'];
const ABOVE = ['1', '2', '8'];
const LEVELS = ['1', '2', '3', '4', '5'];
const CITIES = ['370100', '370200'];
const DEPARTMENTS = ['3', '4'];

const codes = (list, values) => values.map((value) => ({ value, label: t[`${list}${value}`] }));

/** Opening an office (开户): its name, who dispatched it, and the account of its first head with a password that is shown once. */
export default class Opening extends Page {
  typed = {};

  opened = null;

  refusal = null;

  busy = false;

  key = newKey();

  /** Labels of the fields by their names. */
  labels = new Map();

  divisions = {};

  get heading() {
    return t.opening;
  }

  help() {
    return html`<p>${t.openingHelp}</p>`;
  }

  wrong(path) {
    return this.refusal ? this.refusal.of(path) : '';
  }

  field(name, label, options) {
    const { type, hint, required, maxlength, choices, inputmode } = options || {};
    this.labels.set(name, name.includes('superior') ? t.within(t.superior, label) : label);
    return html`<lia-field type=${type || 'text'} name=${name} label=${label} .hint=${hint} ?required=${required} .maxlength=${maxlength}
      .inputmode=${inputmode} .options=${choices || []} .value=${this.typed[name] || ''} .error=${this.wrong(name)}
      @input=${(event) => { this.typed[name] = event.currentTarget.value; }}
      @change=${(event) => { this.typed[name] = event.currentTarget.value; this.requestUpdate(); }}></lia-field>`;
  }

  division(name) {
    const asked = this.divisions[name] || (this.divisions[name] = new Division(this));
    return html`<div><lia-field name=${name} label=${t.division} required maxlength="30" .hint=${asked.name || t.divisionHint} .value=${this.typed[name] || ''}
      .error=${this.wrong(name)} @input=${(event) => { this.typed[name] = event.currentTarget.value; asked.type(this.typed[name]); this.requestUpdate(); }}></lia-field>
      ${asked.offers((code) => { this.typed[name] = code; this.requestUpdate(); this.querySelector(`lia-field[name="${name}"]`).focus(); })}</div>`;
  }

  unit(at, department) {
    return html`${this.field(`${at}.name`, t.dispatcherName, { required: true, maxlength: 120 })}
      <div class="lia-fields">${this.field(`${at}.kind`, t.dispatcherKind, { type: 'select', required: true,
        choices: [{ value: '', label: t.choose }, ...codes('kind', department ? ABOVE : KINDS)] })}
      ${this.field(`${at}.level`, t.dispatcherLevel, { type: 'select', required: true, choices: [{ value: '', label: t.choose }, ...codes('level', LEVELS)] })}
      ${this.field(`${at}.uscc`, t.uscc, { maxlength: 18, hint: t.usccHint })}</div>
      ${this.division(`${at}.division`)}`;
  }

  body() {
    const typed = valuesOf(this);
    const read = (name) => (typed[name] || '').trim() || undefined;
    const unit = (at) => ({ name: read(`${at}.name`), kind: read(`${at}.kind`), level: read(`${at}.level`), division: read(`${at}.division`), uscc: read(`${at}.uscc`) });
    const dispatcher = unit('dispatcher');
    if (DEPARTMENTS.includes(dispatcher.kind)) {
      dispatcher.superior = unit('dispatcher.superior');
    }
    return { name: read('name'), hostCity: read('hostCity'), dispatcher, letterNo: read('letterNo'), letterDate: read('letterDate'),
      headAccount: read('headAccount'), headName: read('headName') };
  }

  async send(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.set({ busy: true, refusal: null });
    try {
      const opened = await api.post('/api/registration/v1/offices', this.body(), { key: this.key, repeat: false });
      this.set({ opened, typed: {}, divisions: {}, key: newKey() });
      this.focusOn('#opened');
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      // an answer that was lost is asked for again under the same key; what was refused is another request
      this.set({ refusal: problem, key: problem.status === 0 ? this.key : newKey() });
      this.focusOn('[aria-invalid=true]', '.lia-problem');
    }
    this.set({ busy: false });
  }

  async focusOn(...selectors) {
    await this.updateComplete;
    const found = selectors.map((selector) => this.querySelector(selector)).find(Boolean);
    if (found) {
      found.focus();
    }
  }

  view() {
    return this.opened ? this.result() : this.form();
  }

  result() {
    const { office, headAccount, oneTimePassword } = this.opened;
    return html`<section class="lia-sheet" id="opened" tabindex="-1"><h2>${t.opened}</h2><lia-facts .facts=${[
        [t.officeName, html`<a href=${href('registration/offices', office.id)}>${office.name}</a>`, 'wide'], [t.dispatcherName, office.dispatcherName, 'wide'],
        [t.hostCity, office.hostCityLabel], [t.status, office.statusLabel], [t.headAccount, headAccount],
      ]}></lia-facts>
      ${oneTimePassword ? html`<h3>${t.oneTimePassword}</h3><p class="lia-secret">${oneTimePassword}</p><div class="lia-note"><p>${t.oneTimeHint}</p></div>`
        : html`<p class="lia-hint">${t.accountKnown}</p>`}
      <p class="lia-bar"><button type="button" class="btn btn-outline-secondary" @click=${() => window.print()}>${t.printSlip}</button>
      <button type="button" class="btn btn-primary" @click=${() => this.set({ opened: null })}>${t.openAnother}</button></p></section>`;
  }

  form() {
    return html`<form class="lia-prose" novalidate @submit=${(event) => this.send(event)}>
      ${this.refusal ? html`<div class="lia-problem" role="alert" tabindex="-1"><p>${this.refusal.message}</p>${wrongs(this.refusal, (path) => this.labels.get(path))}</div>` : nothing}
      <section class="lia-sheet"><h2>${t.partOffice}</h2>
        ${this.field('name', t.officeName, { required: true, maxlength: 120, hint: t.officeNameHint })}
        ${this.field('hostCity', t.hostCity, { type: 'radio', required: true, choices: codes('filter', CITIES) })}</section>
      <section class="lia-sheet"><h2>${t.dispatcher}</h2>${this.unit('dispatcher')}
        ${DEPARTMENTS.includes(this.typed['dispatcher.kind']) ? html`<h3>${t.superior}</h3><p class="lia-hint">${t.superiorHint}</p>${this.unit('dispatcher.superior', true)}` : nothing}</section>
      <section class="lia-sheet"><h2>${t.letter}</h2><div class="lia-fields">
        ${this.field('letterNo', t.letterNo, { required: true, maxlength: 60, hint: t.letterNoHint })}
        ${this.field('letterDate', t.letterDate, { type: 'date', required: true })}</div></section>
      <section class="lia-sheet"><h2>${t.headAccountPart}</h2><div class="lia-fields">
        ${this.field('headAccount', t.headAccount, { required: true, maxlength: 50, hint: t.headAccountHint })}
        ${this.field('headName', t.headName, { maxlength: 100, hint: t.headNameHint })}</div>
        <p class="lia-hint">${t.thenOpen}</p><button class="btn btn-primary" ?disabled=${this.busy}>${t.doOpen}</button></section></form>`;
  }
}
