import { api, day, html, href, may, nothing, Page, time } from 'liaison';
import { lightMark, mark } from '../look.js';
import { parts } from './facts.js';
import { Identities } from './identity.js';
import { nameOf, names } from './people.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1';
const MOST = 50;

/** One office (名录) with everything that is known of it: filings, what they said of it, papers, certificates, and what happened. */
export default class OfficePage extends Page {
  office = null;

  filings = [];

  certificates = [];

  /** The filing that the register follows: the approved one, else the last one; null = none, or not for the caller. */
  filing = null;

  names = new Map();

  identities = new Identities(this);

  get heading() {
    return this.office ? this.office.name : t.office;
  }

  get trail() {
    return [{ text: t.register, address: href('registration/offices') }];
  }

  help() {
    return html`<p>${t.officeHelp}</p>`;
  }

  async load() {
    const officeId = this.params.id;
    const listed = (operation, path) => (may(operation) ? api.get(`${BASE}/${path}`, { officeId, limit: MOST }).then((page) => page.items) : []);
    const [office, filings, certificates, known] = await Promise.all([api.get(`${BASE}/offices/${officeId}`),
      listed('registration.application.read', 'applications'), listed('registration.certificate.read', 'certificates'), names()]);
    const row = filings.find((each) => each.state === 'APPROVED') || filings[0];
    this.filing = row ? await api.get(`${BASE}/applications/${row.id}`) : null;
    Object.assign(this, { office, filings, certificates });
    this.names = new Map([...known, ...(this.filing ? this.filing.opinions.map((opinion) => [opinion.account, opinion.name]) : [])]);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.identities.hide();
  }

  view() {
    const { office, filing } = this;
    return html`<section class="lia-sheet"><h2>${t.aboutOffice}</h2><lia-facts .facts=${[
        [t.status, mark(office.status)], [t.hostCity, office.hostCityLabel], [t.officeName, office.name, 'wide'],
        [t.dispatcherName, office.dispatcherName, 'wide'], [t.registrationNo, office.registrationNo], [t.registeredOn, day(office.registeredOn)],
        [t.certificateNo, office.certificateNo, 'wide'],
      ]}></lia-facts></section>
      ${this.lists()}
      ${filing ? html`<p class="lia-hint">${this.source()}</p><div class="lia-case"><div>${this.facts()}${this.papers()}</div><div>${this.history()}</div></div>` : nothing}`;
  }

  lists() {
    return html`${may('registration.application.read') ? html`<section class="lia-sheet"><h2>${t.filings}</h2>
      <lia-table .rows=${this.filings} caption=${t.filings} .empty=${t.filingsNone} .columns=${[
        { label: t.limit, kind: 'narrow', cell: (row) => lightMark(row.light) },
        { label: t.applicationNo, kind: 'narrow', cell: (row) => html`<a href=${href('registration/applications', row.id)}>${row.no}</a>` },
        { label: t.state, kind: 'wide', cell: (row) => mark(row.state) },
        { label: t.claimedBy, kind: 'narrow', cell: (row) => nameOf(this.names, row.claimedBy) },
        { label: t.submittedAt, kind: 'narrow', cell: (row) => time(row.submittedFirstAt) },
        { label: t.changedAt, kind: 'narrow', cell: (row) => time(row.updatedAt) },
      ]}></lia-table></section>` : nothing}
      ${may('registration.certificate.read') ? html`<section class="lia-sheet"><h2>${t.certificate}</h2>
      <lia-table .rows=${this.certificates} caption=${t.certificate} .empty=${t.officeCertificatesNone} .columns=${[
        { label: t.certificateState, kind: 'narrow', cell: (row) => mark(row.state) },
        { label: t.certificateNo, kind: 'narrow', cell: (row) => html`<a href=${href('registration/certificates', row.id)}>${row.number}</a>` },
        { label: t.version, kind: 'wide', cell: (row) => t.versionNo(row.versionNo) },
        { label: t.issueDate, kind: 'narrow', cell: (row) => day(row.issueDate) },
        { label: t.changedAt, kind: 'narrow', cell: (row) => time(row.updatedAt) },
      ]}></lia-table></section>` : nothing}`;
  }

  /** Which filing the facts below come from. */
  source() {
    const { filing } = this;
    return filing.state === 'APPROVED' ? t.asApproved(filing.no, day(filing.decisionDate)) : t.asFiled(filing.no, t[`state${filing.state}`]);
  }

  facts() {
    const { filing } = this;
    return parts(filing.form || {}).map((part) => (part.rows.length === 0 ? nothing : html`<section class="lia-sheet"><h2>${part.title}</h2>
      <lia-facts .facts=${part.rows.map(([path, label, value, width]) => [label, this.identities.cell(filing.id, path, value, label), width])}></lia-facts></section>`));
  }

  papers() {
    return html`<section class="lia-sheet"><h2>${t.materials}</h2><lia-table .rows=${this.filing.materials} .key=${(row) => row.code}
      caption=${t.materials} .columns=${[
        { label: t.material, kind: 'wide', cell: (row) => row.codeLabel || row.code },
        { label: t.documentNo, kind: 'narrow', cell: (row) => row.documentNo },
        { label: t.documentDate, kind: 'narrow', cell: (row) => day(row.documentDate) },
        { label: t.files, cell: (row) => row.files.map((file) => html`<div>${file.fileName}</div>`) },
      ]}></lia-table><p class="lia-more"><a href=${href('registration/applications', this.filing.id)}>${t.openFiling}</a></p></section>`;
  }

  history() {
    return html`<section class="lia-sheet"><h2>${t.history}</h2><lia-timeline .empty=${t.historyNone} .items=${this.filing.opinions.map((opinion) => ({
      at: opinion.at, who: t.person(opinion.name, opinion.roleLabel), what: opinion.eventLabel, words: opinion.text,
    })).reverse()}></lia-timeline></section>`;
  }
}
