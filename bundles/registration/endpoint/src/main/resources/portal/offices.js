import { api, day, html, href, List, valuesOf } from 'liaison';
import { mark } from './look.js';
import { t } from './texts.js';

/** Columns of every list of offices. */
export const officeColumns = () => [
  { label: t.status, kind: 'narrow', cell: (office) => mark(office.status) },
  { label: t.officeName, kind: 'wide', cell: (office) => html`<a href=${href('registration/offices', office.id)}>${office.name}</a>` },
  { label: t.dispatcher, cell: (office) => office.dispatcherName },
  { label: t.hostCity, kind: 'narrow', cell: (office) => office.hostCityLabel },
  { label: t.registrationNo, kind: 'narrow', cell: (office) => office.registrationNo },
  { label: t.registeredOn, kind: 'narrow', cell: (office) => day(office.registeredOn) },
];

/** The register of offices (机构名录); offices and dispatchers have a page of their own. */
export default class Offices extends List {
  codes = [];

  get heading() {
    return t.offices;
  }

  source() {
    return '/api/registration/v1/offices';
  }

  path() {
    return 'registration/offices';
  }

  help() {
    return html`<p>${t.officesHelp}</p>`;
  }

  async load() {
    const [, codes] = await Promise.all([super.load(), api.get('/api/registration/v1/codes')]);
    this.codes = codes.items;
  }

  choose(name, list, label) {
    return html`<lia-field name=${name} type="select" label=${label} .value=${this.query[name] || ''} .options=${[{ value: '', label: t.anyStatus },
      ...this.codes.filter((each) => each.list === list).map((each) => ({ value: each.code, label: each.label }))]}></lia-field>`;
  }

  find(event) {
    event.preventDefault();
    this.filter(valuesOf(event.currentTarget));
  }

  view() {
    return html`<section class="lia-sheet"><form class="lia-filters" @submit=${(event) => this.find(event)}>
        <lia-field name="q" label=${t.query} maxlength="100" .value=${this.query.q || ''}></lia-field>
        <lia-field name="status" type="select" label=${t.status} .value=${this.query.status || ''} .options=${[
          { value: '', label: t.anyStatus }, { value: 'REGISTERED', label: t.REGISTERED }, { value: 'UNREGISTERED', label: t.UNREGISTERED }]}></lia-field>
        ${this.choose('hostCity', 'host-city', t.hostCity)}${this.choose('level', 'dispatcher-level', t.dispatcherLevel)}
        ${this.choose('nature', 'nature', t.nature)}
        <lia-field name="sort" type="select" label=${t.sort} .value=${this.query.sort || ''} .options=${[
          { value: '', label: t.sortName }, { value: 'REGISTERED', label: t.sortRegistered }]}></lia-field>
        <button class="btn btn-primary">${t.find}</button>
        <a class="btn btn-outline-secondary" href=${href('registration/offices')}>${t.reset}</a></form>
      <lia-table .rows=${this.items} caption=${this.heading} .empty=${t.officesNone} ?more=${Boolean(this.next)} ?busy=${this.busy}
        @more=${() => this.more()} .columns=${officeColumns()}></lia-table></section>`;
  }
}
