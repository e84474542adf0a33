import { api, dayInWords, html, href, List, query } from 'liaison';
import { mark } from './look.js';
import { officeColumns } from './offices.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1';
const CITIES = ['370100', '370200'];

const sum = (figures) => figures.reduce((all, each) => all + each.count, 0);

/** The dispatching side's one page (派出机构): its offices and how they stand; what is not approved is not there. */
export default class Dispatched extends List {
  figures = null;

  /** Number of a certificate to its state. */
  certificates = new Map();

  get heading() {
    return t.dispatched;
  }

  source() {
    return `${BASE}/offices`;
  }

  path() {
    return 'registration/offices';
  }

  help() {
    return html`<p>${t.dispatchedHelp}</p>`;
  }

  async load() {
    const [, figures] = await Promise.all([super.load(), api.get(`${BASE}/figures`)]);
    this.figures = figures;
    await this.certify();
  }

  async more() {
    await super.more();
    await this.certify();
    this.requestUpdate();
  }

  /** Reads certificates, the latest first, until there is one for each office that is shown. */
  async certify() {
    const wanted = new Set(this.items.map((office) => office.certificateNo).filter((number) => number && !this.certificates.has(number)));
    let after;
    while (wanted.size > 0) {
      const page = await api.get(`${BASE}/certificates`, { limit: 200, after });
      page.items.forEach((each) => {
        this.certificates.set(each.number, each.state);
        wanted.delete(each.number);
      });
      if (!page.next) {
        return;
      }
      after = page.next;
    }
  }

  tile(label, figure, address) {
    return html`<li><a href=${address}><span class="label">${label}</span><span class="figure">${figure}</span></a></li>`;
  }

  view() {
    const { offices, filings } = this.figures;
    const list = href('registration/offices');
    const of = (city) => offices.filter((each) => each.hostCity === city);
    const label = (city) => (of(city)[0] ? of(city)[0].hostCityLabel : '');
    return html`<p class="lia-hint">${t.dispatchedAsOf(dayInWords(this.figures.day))}</p>
      <ul class="lia-tiles">${this.tile(t.dispatchedAll, sum(offices), list)}
        ${CITIES.filter((city) => of(city).length > 0).map((city) => this.tile(t.dispatchedIn(label(city)), sum(of(city)), list + query({ hostCity: city })))}
        ${this.tile(t.dispatchedFilings, sum(filings), href('registration/applications'))}</ul>
      <section class="lia-sheet"><div class="lia-filters"><lia-field type="select" label=${t.hostCity} .value=${this.query.hostCity || ''}
          .options=${[{ value: '', label: t.anyStatus }, ...CITIES.filter((city) => of(city).length > 0).map((city) => ({ value: city, label: label(city) }))]}
          @change=${(event) => this.filter({ hostCity: event.currentTarget.value })}></lia-field></div>
      <lia-table .rows=${this.items} caption=${t.dispatched} .empty=${t.dispatchedNone} ?more=${Boolean(this.next)} ?busy=${this.busy}
        @more=${() => this.more()} .columns=${[
          ...officeColumns(),
          { label: t.certificateNo, kind: 'narrow', cell: (office) => office.certificateNo },
          { label: t.certificate, kind: 'narrow', cell: (office) => (this.certificates.has(office.certificateNo) ? mark(this.certificates.get(office.certificateNo)) : t.certificateNot) },
        ]}></lia-table></section>`;
  }
}
