import { announce, api, day, go, html, href, nothing, Problem, query, session, site, time } from 'liaison';
import { mark } from '../look.js';
import { actsSheets } from './certificate-acts.js';
import { Handled } from './handled.js';
import { colleagues, nameOf, names } from './people.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1/certificates';
const AHEAD = 20;

/** One certificate: printing on numbered blank forms, waste sheets, and the hand-over. */
export default class CertificatePage extends Handled {
  certificate = null;

  /** The certificate of the office that is in force meanwhile, whose copies have to come back. */
  present = null;

  colleagues = [];

  paper = null;

  get heading() {
    return this.certificate ? this.certificate.number : t.certificate;
  }

  get trail() {
    return [{ text: t.certificates, address: href('registration/certificates') }];
  }

  help() {
    return html`<p>${t.certificatesHelp}</p>`;
  }

  async load() {
    this.certificate = await api.get(`${BASE}/${this.params.id}`);
    const [known, own, live] = await Promise.all([names(), colleagues(session.me.acting.role),
      api.get(BASE, { officeId: this.certificate.officeId, state: 'VALID' })]);
    this.names = known;
    this.colleagues = own;
    const other = live.items.find((row) => row.id !== this.certificate.id);
    this.present = other && this.can('HAND_OVER') ? await api.get(`${BASE}/${other.id}`) : null;
    this.typed.receivedOn = this.typed.receivedOn || day(new Date(site.now()).toISOString());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.close();
  }

  can(event) {
    return this.certificate.events.includes(event);
  }

  get mine() {
    return this.certificate.claimedBy === session.me.account;
  }

  async fire(path, body, said, event) {
    if (event) {
      event.preventDefault();
    }
    if (this.busy) {
      return;
    }
    this.set({ busy: true, refusal: null, done: null });
    const from = this.certificate.state;
    try {
      const certificate = await api.post(`${BASE}/${this.certificate.id}/${path}`, body, { version: this.certificate.version });
      const moved = certificate.state !== from;
      this.set({ certificate, passing: false, typed: { receivedOn: this.typed.receivedOn }, from: moved ? from : this.from,
        done: moved ? t.certificateDone(said, certificate.number, t[`certificate${certificate.state}`]) : null });
      if (moved) {
        await this.focusOn('#done');
      } else {
        announce(said);
      }
    } catch (problem) {
      await this.refused(problem);
    }
    this.set({ busy: false });
  }

  async refused(problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    if (problem.status === 409 || problem.status === 412) {
      this.set({ certificate: await api.get(`${BASE}/${this.certificate.id}`).catch(() => this.certificate) });
      problem.sentence = problem.code === 'STALE' ? t.changedMeanwhile : problem.message;
    }
    this.set({ refusal: problem });
    await this.focusOn('[aria-invalid=true]', '#acts .lia-problem');
  }

  /** The next certificate of the step this one was in, that is free or mine. */
  async nextOne() {
    const { items } = await api.get(BASE, { state: this.from, limit: AHEAD });
    const free = items.find((row) => row.id !== this.certificate.id && (!row.claimedBy || row.claimedBy === session.me.account));
    go(free ? href('registration/certificates', free.id) : href('registration/certificates') + query({ state: this.from }));
  }

  print(event) {
    const forms = this.unprinted.map((copy) => ({ copyId: copy.id, formNo: (this.typed[copy.id] || '').trim() }));
    return this.fire('printing', { forms }, t.didPRINT, event);
  }

  spoil(event) {
    return this.fire('spoilage', { formNo: this.typed.formNo || undefined, reason: this.typed.spoilReason || undefined }, t.didSPOIL, event);
  }

  handOver(event) {
    const copies = this.present ? this.present.copies : [];
    return this.fire('handover', { receiver: this.typed.receiver, receivedOn: this.typed.receivedOn || undefined,
      returnedCopies: copies.filter((copy) => this.typed[copy.id] === 'RETURNED').map((copy) => copy.id),
      lostCopies: copies.filter((copy) => this.typed[copy.id] === 'LOST').map((copy) => copy.id) }, t.didHAND_OVER, event);
  }

  get unprinted() {
    return this.certificate.copies.filter((copy) => !copy.blankFormNo);
  }

  copyName(copy) {
    return copy.kind === 'ORIGINAL' ? copy.kindLabel : t.copyNo(copy.kindLabel, copy.copyNo);
  }

  field(name, label, options) {
    const { type, hint, required, maxlength, error } = options || {};
    return html`<lia-field type=${type || 'text'} name=${name} label=${label} .hint=${hint} ?required=${required} .maxlength=${maxlength}
      .value=${this.typed[name] || ''} .error=${error || ''} @input=${(event) => { this.typed[name] = event.currentTarget.value; }}></lia-field>`;
  }

  async show(kind) {
    try {
      const content = await api.file(`${BASE}/${this.certificate.id}/documents/${kind}`);
      this.close();
      this.set({ paper: { name: t[`certificatePaper_${kind}`], address: URL.createObjectURL(content) }, refusal: null });
    } catch (problem) {
      await this.refused(problem);
    }
  }

  close() {
    if (this.paper) {
      URL.revokeObjectURL(this.paper.address);
      this.set({ paper: null });
    }
  }

  view() {
    return html`<div class="lia-case"><div>${this.face()}${this.paper ? html`<section class="lia-sheet" aria-label=${this.paper.name}><div class="lia-line">
        <h2>${this.paper.name}</h2><a class="btn btn-outline-secondary" href=${this.paper.address} download="${this.paper.name}.pdf">${t.download}</a>
        <button type="button" class="btn btn-outline-secondary" @click=${() => this.close()}>${t.closePaper}</button></div>
        <iframe src=${this.paper.address} title=${this.paper.name} width="100%" height="800"></iframe></section>` : nothing}${this.copies()}</div>
      <div>${actsSheets(this)}</div></div>`;
  }

  face() {
    const { certificate } = this;
    return html`<section class="lia-sheet"><h2>${t.face}</h2><lia-facts .facts=${[
      [t.certificateState, mark(certificate.state)], [t.certificateNo, certificate.number],
      [t.officeName, html`<a href=${href('registration/offices', certificate.officeId)}>${certificate.name}</a>`, 'wide'],
      [t.dispatcherName, certificate.dispatcher, 'wide'], [t.nature, certificate.nature], [t.level, certificate.establishmentLevel],
      [t.head, certificate.head], [t.issueDate, day(certificate.issueDate)], [t.address, certificate.address, 'wide'],
      [t.mainBusiness, certificate.mainBusiness, 'wide'], [t.issuer, certificate.issuer], [t.version, t.versionNo(certificate.versionNo, certificate.reasonLabel)],
      ...(certificate.checkAddress ? [[t.checkAddress, certificate.checkAddress, 'wide']] : []),
      ...(certificate.receipt ? [[t.receiver, certificate.receipt.receiver], [t.receivedOn, day(certificate.receipt.receivedOn)],
        [t.handedOverBy, nameOf(this.names, certificate.receipt.handedOverBy)]] : []),
    ]}></lia-facts></section>`;
  }

  copies() {
    const sheets = this.certificate.copies.flatMap((copy) => copy.printLog.map((sheet) => ({ ...sheet, copy })));
    return html`<section class="lia-sheet"><h2>${t.printLog}</h2><lia-table .rows=${sheets} .key=${(sheet) => sheet.blankFormNo} caption=${t.printLog}
      .empty=${t.printLogNone} .columns=${[
        { label: t.copy, kind: 'narrow', cell: (sheet) => this.copyName(sheet.copy) },
        { label: t.formNo, kind: 'narrow', cell: (sheet) => sheet.blankFormNo },
        { label: t.certificateState, kind: 'narrow', cell: (sheet) => html`<lia-state .kind=${sheet.spoiledAt ? 'refused' : 'done'}
          .text=${sheet.spoiledAt ? t.spoiled : t.good}></lia-state>` },
        { label: t.printed, kind: 'narrow', cell: (sheet) => t.byAt(nameOf(this.names, sheet.printedBy), time(sheet.printedAt)) },
        { label: t.spoilReason, kind: 'wide', cell: (sheet) => (sheet.spoiledAt ? html`${sheet.spoilReason}
          <div class="lia-hint">${t.byAt(nameOf(this.names, sheet.spoiledBy), time(sheet.spoiledAt))}</div>` : '') },
      ]}></lia-table></section>`;
  }
}
