import { announce, api, day, html, href, may, nothing, Page, Problem, session, site, time } from 'liaison';
import { mark } from '../look.js';
import { colleagues, nameOf, names } from './people.js';
import { wrongs } from './wrongs.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1/certificates';

/** One certificate: printing on numbered blank forms, waste sheets, and the hand-over. */
export default class CertificatePage extends Page {
  certificate = null;

  /** The certificate of the office that is in force meanwhile, whose copies have to come back. */
  present = null;

  names = new Map();

  colleagues = [];

  typed = {};

  busy = false;

  refusal = null;

  passing = false;

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

  wrong(path) {
    return this.refusal ? this.refusal.of(path) : '';
  }

  async fire(path, body, said, event) {
    if (event) {
      event.preventDefault();
    }
    if (this.busy) {
      return;
    }
    this.set({ busy: true, refusal: null });
    try {
      const certificate = await api.post(`${BASE}/${this.certificate.id}/${path}`, body, { version: this.certificate.version });
      this.set({ certificate, passing: false, typed: { receivedOn: this.typed.receivedOn } });
      announce(said);
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
    await this.updateComplete;
    const wrong = this.querySelector('[aria-invalid=true]') || this.querySelector('#acts .lia-problem');
    if (wrong) {
      wrong.focus();
    }
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
      <div>${this.acts()}</div></div>`;
  }

  face() {
    const { certificate } = this;
    return html`<section class="lia-sheet"><h2>${t.face}</h2><lia-facts .facts=${[
      [t.state, mark(certificate.state)], [t.certificateNo, certificate.number],
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
        { label: t.state, kind: 'narrow', cell: (sheet) => html`<lia-state .kind=${sheet.spoiledAt ? 'refused' : 'done'}
          .text=${sheet.spoiledAt ? t.spoiled : t.good}></lia-state>` },
        { label: t.printed, kind: 'narrow', cell: (sheet) => t.byAt(nameOf(this.names, sheet.printedBy), time(sheet.printedAt)) },
        { label: t.spoilReason, kind: 'wide', cell: (sheet) => (sheet.spoiledAt ? html`${sheet.spoilReason}
          <div class="lia-hint">${t.byAt(nameOf(this.names, sheet.spoiledBy), time(sheet.spoiledAt))}</div>` : '') },
      ]}></lia-table></section>`;
  }

  acts() {
    const { certificate } = this;
    const printed = certificate.state !== 'TO_PRINT';
    const papers = [['original', printed], ['duplicate', printed], ['receipt', certificate.state === 'VALID' || certificate.state === 'PRINTED']];
    return html`<section class="lia-sheet" id="acts"><h2>${t.acts}</h2>
      ${this.refusal ? html`<div class="lia-problem" role="alert" tabindex="-1"><p>${this.refusal.sentence || this.refusal.message}</p>
        ${wrongs(this.refusal)}</div>` : nothing}
      ${this.can('CLAIM') && certificate.state === 'TO_PRINT' ? this.holder() : nothing}
      ${this.can('PRINT') ? this.printing() : nothing}${this.can('HAND_OVER') ? this.handing() : nothing}
      ${certificate.events.length === 0 ? html`<p class="lia-none">${t[`certificateTurn${certificate.state}`]}</p>` : nothing}</section>
      ${papers.some(([, there]) => there) && may('registration.certificate.read') ? html`<section class="lia-sheet"><h2>${t.documents}</h2><p class="lia-bar">
        ${papers.filter(([, there]) => there).map(([kind]) => html`<button type="button" class="btn btn-outline-secondary"
          @click=${() => this.show(kind)}>${t[`certificatePaper_${kind}`]}</button>`)}</p></section>` : nothing}
      ${this.can('SPOIL') ? this.spoiling() : nothing}`;
  }

  holder() {
    const { certificate } = this;
    return html`<p>${certificate.claimedBy ? (this.mine ? t.heldByMe : t.heldByOther(nameOf(this.names, certificate.claimedBy))) : t.heldByNobody}</p>
      <p class="lia-bar">${certificate.claimedBy ? html`<button type="button" class="btn btn-outline-secondary" ?disabled=${this.busy}
        @click=${() => this.fire('release', undefined, t.didRELEASE)}>${t.release}</button>` : html`<button type="button" class="btn btn-primary"
        ?disabled=${this.busy} @click=${() => this.fire('claim', undefined, t.didCLAIM)}>${t.claim}</button>`}
      <button type="button" class="btn btn-outline-secondary" aria-expanded=${this.passing ? 'true' : 'false'}
        @click=${() => this.set({ passing: !this.passing })}>${t.reassign}</button></p>
      ${this.passing ? html`<form novalidate @submit=${(event) => this.fire('reassignment', { account: this.typed.account || undefined }, t.didREASSIGN, event)}>
        <lia-field type="select" required label=${t.reassignTo} .value=${this.typed.account || ''} .error=${this.wrong('account')} .options=${[
          { value: '', label: t.choosePerson }, ...this.colleagues.map((person) => ({ value: person.account, label: person.name }))]}
          @change=${(event) => { this.typed.account = event.currentTarget.value; }}></lia-field>
        <button class="btn btn-outline-secondary" ?disabled=${this.busy}>${t.reassignNow}</button></form>` : nothing}`;
  }

  printing() {
    if (!this.mine) {
      return this.certificate.claimedBy ? nothing : html`<p class="lia-hint">${t.claimToPrint}</p>`;
    }
    return html`<form novalidate @submit=${(event) => this.print(event)}><h3>${t.doPRINT}</h3><p class="lia-hint">${t.printHint}</p>
      ${this.unprinted.map((copy, i) => this.field(copy.id, t.formNoOf(this.copyName(copy)), { required: true, maxlength: 30,
        error: this.wrong(`forms[${i}].formNo`) }))}
      <p class="lia-hint">${t.thenPRINT}</p><button class="btn btn-primary" ?disabled=${this.busy}>${t.doPRINT}</button></form>`;
  }

  spoiling() {
    const sheets = this.certificate.copies.filter((copy) => copy.blankFormNo);
    return html`<section class="lia-sheet"><h2>${t.doSPOIL}</h2><form novalidate @submit=${(event) => this.spoil(event)}>
      <lia-field type="select" required label=${t.spoiledSheet} .value=${this.typed.formNo || ''} .error=${this.wrong('formNo')} .options=${[
        { value: '', label: t.chooseSheet }, ...sheets.map((copy) => ({ value: copy.blankFormNo, label: t.sheetOf(this.copyName(copy), copy.blankFormNo) }))]}
        @change=${(event) => { this.typed.formNo = event.currentTarget.value; }}></lia-field>
      ${this.field('spoilReason', t.spoilReason, { type: 'textarea', required: true, maxlength: 200, error: this.wrong('reason') })}
      <p class="lia-hint">${t.thenSPOIL}</p><button class="btn btn-outline-danger" ?disabled=${this.busy}>${t.doSPOIL}</button></form></section>`;
  }

  handing() {
    return html`<form novalidate @submit=${(event) => this.handOver(event)}><h3>${t.doHAND_OVER}</h3>
      ${this.field('receiver', t.receiver, { required: true, maxlength: 50, hint: t.receiverHint, error: this.wrong('receiver') })}
      ${this.field('receivedOn', t.receivedOn, { type: 'date', required: true, error: this.wrong('receivedOn') })}
      ${this.present ? html`<h3>${t.oldCopies(this.present.number)}</h3>${this.present.copies.map((copy) => html`<lia-field type="select" required
        label=${this.copyName(copy)} .value=${this.typed[copy.id] || ''} .options=${[{ value: '', label: t.chooseCopy },
          { value: 'RETURNED', label: t.returned }, { value: 'LOST', label: t.lost }]}
        @change=${(event) => { this.typed[copy.id] = event.currentTarget.value; }}></lia-field>`)}` : nothing}
      <p class="lia-hint">${t.thenHAND_OVER}</p><button class="btn btn-primary" ?disabled=${this.busy}>${t.doHAND_OVER}</button></form>`;
  }
}
