import { api, day, dayInWords, html, href, nothing, Page } from 'liaison';
import { mark } from '../look.js';
import { certificatePapers, listed } from './papers.js';
import { t } from './texts.js';
import { Viewer } from './viewer.js';

const BASE = '/api/registration/v1';
const MOST = 20;

/** The certificates of one's own office (登记证): what stands on the one in force or on its way, how it is collected, and the earlier ones. */
export default class OwnCertificates extends Page {
  certificates = [];

  offices = [];

  viewer = new Viewer(this);

  get heading() {
    return t.certificates;
  }

  help() {
    return html`<p>${t.certificatesHelp}</p>`;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.phase === 'ready') {
      this.reload();
    }
  }

  async load() {
    const [offices, rows] = await Promise.all([api.get(`${BASE}/offices`, { limit: MOST }), api.get(`${BASE}/certificates`, { limit: MOST })]);
    this.offices = offices.items;
    this.earlier = rows.items.filter((row) => row.state === 'SUPERSEDED');
    this.certificates = await Promise.all(rows.items.filter((row) => row.state !== 'SUPERSEDED')
      .map((row) => api.get(`${BASE}/certificates/${row.id}`)));
  }

  view() {
    const bare = this.offices.filter((office) => this.certificates.every((each) => each.officeId !== office.id));
    return html`${this.certificates.map((each) => this.certificate(each))}
      ${bare.map((office) => html`<section class="lia-sheet"><h2>${office.name}</h2><lia-empty .text=${t.certificateNone}></lia-empty>
        <p><a href=${href('registration/filing')}>${t.toFiling}</a></p></section>`)}
      ${this.earlier.length === 0 ? nothing : html`<section class="lia-sheet"><lia-table .rows=${this.earlier} caption=${t.certificatesEarlier} .columns=${[
        { label: t.certificateState, kind: 'narrow', cell: (row) => mark(row.state) },
        { label: t.certificateNo, kind: 'wide', cell: (row) => row.number },
        { label: t.issueDate, kind: 'narrow', cell: (row) => day(row.issueDate) },
      ]}></lia-table></section>`}`;
  }

  certificate(each) {
    const printed = each.state !== 'TO_PRINT';
    const shown = this.viewer.asked !== null && this.viewer.asked.startsWith(each.id);
    return html`<div class="lia-case"><div><section class="lia-sheet"><h2>${t.certificateOf(each.number)}</h2><lia-facts .facts=${[
        [t.certificateState, mark(each.state)], [t.issueDate, day(each.issueDate)], [t.name, each.name, 'wide'], [t['dispatcher.name'], each.dispatcher, 'wide'],
        [t.nature, each.nature], [t.establishmentLevel, each.establishmentLevel], [t.headName, each.head], [t.issuer, each.issuer],
        [t.place, each.address, 'wide'], [t.mainBusiness, each.mainBusiness, 'wide'],
        ...each.copies.map((copy) => [copy.kindLabel, copy.blankFormNo ? t.blankForm(copy.blankFormNo) : t.notPrinted]),
      ]}></lia-facts></section>${shown ? this.viewer.view() : nothing}</div>
      <div><section class="lia-sheet"><h2>${t[`collect.${each.state}`]}</h2>${this.collecting(each)}</section>
      <section class="lia-sheet"><h2>${t.papers}</h2>${printed ? html`${listed(certificatePapers(each, BASE), this.viewer)}<p class="lia-hint">${t.previewOnly}</p>`
        : html`<p class="lia-hint">${t.certificateLater}</p>`}</section></div></div>`;
  }

  /** What is to be done to get it, or who got it and how anybody checks it. */
  collecting(each) {
    if (each.state !== 'VALID') {
      return html`<p>${t[`collectWhy.${each.state}`]}</p><ul class="lia-prose">${['id', 'letter', 'old'].map((what) => html`<li>${t[`collectBring.${what}`]}</li>`)}</ul>
        <p class="lia-hint">${t.collectHint}</p>`;
    }
    return html`${each.receipt ? html`<p>${t.collected(dayInWords(each.receipt.receivedOn), each.receipt.receiver)}</p>` : nothing}
      ${each.checkAddress ? html`<p>${t.checkWhy}</p><p><a href=${each.checkAddress} target="_blank" rel="noopener">${t.toCheckPage}</a></p>` : nothing}`;
  }
}
