import { api, day, html, href, nothing, number, Page } from 'liaison';
import { lightMark, mark } from './look.js';
import { t } from './texts.js';

const people = (value) => (value === null || value === undefined ? '' : `${number(value)}${t.people}`);
const area = (value) => (value === null || value === undefined ? '' : `${number(value)}${t.area}`);

/** What was filed, in the order of the paper form. */
export function facts(form) {
  const dispatcher = form.dispatcher || {};
  const approval = form.establishment || {};
  const address = form.address || {};
  const head = form.head || {};
  const letter = form.letter || {};
  return html`
    <section class="lia-sheet"><h2>${t.partOffice}</h2><lia-facts .facts=${[
      [t.officeName, form.name, 'wide'], [t.shortName, form.shortName], [t.hostCity, form.hostCityLabel], [t.nature, form.natureLabel],
      [t.level, form.establishmentLevelLabel], [t.funding, form.fundingLabel], [t.mainBusiness, form.mainBusiness, 'wide'],
      [t.address, [address.districtLabel, address.text].filter(Boolean).join(''), 'wide'], [t.postcode, address.postcode], [t.phone, form.phone],
    ]}></lia-facts></section>
    <section class="lia-sheet"><h2>${t.partDispatcher}</h2><lia-facts .facts=${[
      [t.dispatcherName, dispatcher.name, 'wide'], [t.dispatcherKind, dispatcher.kindLabel], [t.dispatcherLevel, dispatcher.levelLabel],
      ...(dispatcher.superior ? [[t.superior, dispatcher.superior.name]] : []),
      [t.approvalBody, approval.body], [t.approvalNo, approval.no], [t.approvalDate, day(approval.date)],
    ]}></lia-facts></section>
    <section class="lia-sheet"><h2>${t.partStaff}</h2><lia-facts .facts=${[
      ...(form.staffingQuota || []).map((quota) => [quota.kindLabel, people(quota.number)]),
      [t.leaderQuota, people(form.leaderQuota)], [t.staffInPost, people(form.staffInPost)], [t.hired, people(form.hired)],
    ]}></lia-facts></section>
    ${(form.premises || []).length === 0 ? nothing : html`<section class="lia-sheet"><h2>${t.partPremises}</h2>${form.premises.map((premises, i) => html`
      <h3>${t.premisesNo(i + 1)}</h3><lia-facts .facts=${[
        [t.premisesAddress, [premises.districtLabel, premises.address].filter(Boolean).join(''), 'wide'], [t.right, premises.rightLabel],
        [t.buildingArea, area(premises.buildingArea)], [t.usableArea, area(premises.usableArea)],
      ]}></lia-facts>`)}</section>`}
    <section class="lia-sheet"><h2>${t.partHead}</h2><lia-facts .facts=${[
      [t.headName, head.name], [t.sex, head.sexLabel], [t.idNumber, head.idNumber], [t.post, head.post], [t.inPostFrom, day(head.inPostFrom)],
      [t.mobile, head.mobile],
    ]}></lia-facts></section>
    <section class="lia-sheet"><h2>${t.partMaterials}</h2><lia-facts .facts=${[
      [t.letterNo, letter.no], [t.letterDate, day(letter.date)], [t.letterIssuer, letter.issuer],
    ]}></lia-facts></section>`;
}

/** One filing application: the facts in the order of the paper form, whose turn it is, and what happened. */
export default class ApplicationPage extends Page {
  application = null;

  get heading() {
    const { application } = this;
    return application ? (application.form && application.form.name) || t.application : t.application;
  }

  get trail() {
    return [{ text: t.applications, address: href('registration/applications') }];
  }

  async load() {
    this.application = await api.get(`/api/registration/v1/applications/${this.params.id}`);
  }

  view() {
    const { application } = this;
    return html`<div class="lia-case"><div>${facts(application.form || {})}${this.materials(application.materials || [])}</div>
      <div>${this.progress(application)}
      <section class="lia-sheet"><h2>${t.history}</h2><lia-timeline .empty=${t.historyNone} .items=${(application.opinions || []).map((opinion) => ({
        at: opinion.at, who: `${opinion.name}（${opinion.roleLabel}）`, what: opinion.eventLabel, words: opinion.text,
      })).reverse()}></lia-timeline></section></div></div>`;
  }

  progress(application) {
    const { light } = application;
    return html`<section class="lia-sheet"><h2>${t.turn}</h2><lia-facts .facts=${[
      [t.state, mark(application.state)],
      ...(light ? [[t.limitOf, html`${lightMark(light)} ${t.dueUntil(light.kindLabel, day(light.dueOn))}`]] : []),
      [t.applicationNo, application.no], [t.claimedBy, application.claimedBy],
      ...(application.decisionNo ? [[t.decisionNo, application.decisionNo], [t.decisionDate, day(application.decisionDate)]] : []),
      ...(application.registrationNo ? [[t.registrationNo, application.registrationNo], [t.certificateNo, application.certificateNo]] : []),
    ]}></lia-facts></section>`;
  }

  materials(materials) {
    return materials.length === 0 ? nothing : html`<section class="lia-sheet"><lia-table .rows=${materials} .key=${(row) => row.code}
      caption=${t.partMaterials} .columns=${[
        { label: t.material, kind: 'wide', cell: (row) => row.codeLabel || row.code },
        { label: t.documentNo, kind: 'narrow', cell: (row) => row.documentNo },
        { label: t.documentDate, kind: 'narrow', cell: (row) => day(row.documentDate) },
        { label: t.files, cell: (row) => (row.files || []).map((file) => html`<div>${file.fileName}</div>`) },
      ]}></lia-table></section>`;
  }
}
