import { api, day, html, href, may, nothing, Page } from 'liaison';
import { mark } from './look.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1';

/** One office: what the register says of it, and its certificates. */
export default class OfficePage extends Page {
  office = null;

  certificates = null;

  get heading() {
    return this.office ? this.office.name : t.office;
  }

  get trail() {
    return [{ text: t.offices, address: href('registration/offices') }];
  }

  async load() {
    const [office, certificates] = await Promise.all([
      api.get(`${BASE}/offices/${this.params.id}`),
      may('registration.certificate.read') ? api.get(`${BASE}/certificates`, { officeId: this.params.id }) : null,
    ]);
    this.office = office;
    this.certificates = certificates && certificates.items;
  }

  view() {
    const { office } = this;
    return html`<section class="lia-sheet"><h2>${t.aboutOffice}</h2><lia-facts .facts=${[
        [t.officeName, office.name, 'wide'], [t.dispatcher, office.dispatcherName, 'wide'], [t.status, mark(office.status)], [t.hostCity, office.hostCityLabel],
        [t.registeredOn, day(office.registeredOn)], [t.registrationNo, office.registrationNo], [t.certificateNo, office.certificateNo, 'wide'],
      ]}></lia-facts></section>
      ${this.certificates ? html`<section class="lia-sheet"><h2>${t.certificates}</h2><lia-table .rows=${this.certificates}
        caption=${t.certificates} .empty=${t.certificatesNone} .columns=${[
          { label: t.certificateState, kind: 'narrow', cell: (row) => mark(row.state) },
          { label: t.certificateNo, kind: 'wide', cell: (row) => row.number },
          { label: t.version, kind: 'narrow', cell: (row) => row.versionNo },
          { label: t.issueDate, kind: 'narrow', cell: (row) => day(row.issueDate) },
        ]}></lia-table></section>` : nothing}`;
  }
}
