/** What a form says, in the order of the paper: each fact with its path, so that it can be marked. */

import { day, number } from 'liaison';
import { t } from './texts.js';

const counted = (value) => (value === null || value === undefined ? '' : `${number(value)}${t.people}`);
const area = (value) => (value === null || value === undefined ? '' : `${number(value)} ${t.squareMetre}`);
const joined = (...parts) => parts.filter(Boolean).join('　');
const place = (district, text) => joined(district, text);

/** 行政编制4人、工勤编制2人. */
export function quotas(rows) {
  return (rows || []).map((row) => `${row.kindLabel || row.kind}${counted(row.number)}`).join(t.comma);
}

function person(at, who) {
  return [
    [`${at}.name`, t.personName, who.name], [`${at}.sex`, t.sex, who.sexLabel], [`${at}.birthDate`, t.birthDate, day(who.birthDate)],
    [`${at}.idNumber`, t.idNumber, who.idNumber], [`${at}.ethnicGroup`, t.ethnicGroup, who.ethnicGroupLabel],
    [`${at}.politicalStatus`, t.politicalStatus, who.politicalStatusLabel], [`${at}.post`, t.post, who.post],
    [`${at}.staffKind`, t.staffKind, who.staffKindLabel], [`${at}.inPostFrom`, t.inPostFrom, day(who.inPostFrom)],
    [`${at}.mobile`, t.mobile, who.mobile],
  ];
}

function head(who) {
  const appointment = who.appointment || {};
  return [
    ...person('head', who),
    ['head.education', t.education, who.educationLabel], ['head.leadershipRank', t.rank, who.leadershipRankLabel],
    ['head.appointment', t.appointment, joined(appointment.no, day(appointment.date), appointment.authority), 'wide'],
    ...(who.cv || []).map((row, i) => [`head.cv[${i}]`, t.cvRow(i + 1),
      joined(t.span(row.from, row.to || t.now), row.unit, row.post), 'wide']),
  ];
}

function premises(row, i) {
  const at = `premises[${i}]`;
  return [
    [`${at}.address`, t.premisesAddress(i + 1), place(row.districtLabel, row.address), 'wide'],
    [`${at}.kind`, t.premisesKind, row.kindLabel], [`${at}.right`, t.right, row.rightLabel],
    [`${at}.buildingArea`, t.buildingArea, area(row.buildingArea)], [`${at}.usableArea`, t.usableArea, area(row.usableArea)],
    [`${at}.inUseFrom`, t.inUseFrom, day(row.inUseFrom)],
    ...(row.leaseFrom || row.leaseTo ? [
      [`${at}.leaseTo`, t.lease, t.span(day(row.leaseFrom), day(row.leaseTo))], [`${at}.landlord`, t.landlord, row.landlord],
      [`${at}.annualRent`, t.annualRent, row.annualRent === undefined ? '' : t.yuan(number(row.annualRent, 2))],
      [`${at}.rentApprovalNo`, t.rentApprovalNo, row.rentApprovalNo]] : []),
    ...(row.titleNo ? [[`${at}.titleNo`, t.titleNo, row.titleNo]] : []),
    ...(row.rooms && row.rooms.length ? [[`${at}.rooms`, t.rooms, t.roomsCount(row.rooms.length,
      area(row.rooms.reduce((sum, room) => sum + (room.usableArea || 0), 0)))]] : []),
  ];
}

/** The parts of a form: [{title, rows: [[path, label, value, 'wide'?]]}]; what was not filed is shown as empty. */
export function parts(form) {
  const dispatcher = form.dispatcher || {};
  const contact = dispatcher.contact || {};
  const approval = form.establishment || {};
  const named = form.nameApproval || {};
  const address = form.address || {};
  const party = form.partyOrg || {};
  const person1 = form.contact || {};
  return [
    { title: t.partOffice, rows: [
      ['name', t.officeName, form.name, 'wide'], ['shortName', t.shortName, form.shortName], ['hostCity', t.hostCity, form.hostCityLabel],
      ['nature', t.nature, form.natureLabel], ['establishmentLevel', t.level, form.establishmentLevelLabel],
      ['funding', t.funding, form.fundingLabel], ['nonProfit', t.nonProfit, form.nonProfit ? t.declared : ''],
      ['mainBusiness', t.mainBusiness, form.mainBusiness, 'wide'],
      ['duties', t.duties, (form.duties || []).map((duty) => joined(duty.groupLabel, duty.text)).join(t.semicolon), 'wide'],
      ['address', t.address, joined(place(address.districtLabel, address.text), address.postcode), 'wide'], ['phone', t.phone, form.phone],
      ['contact', t.contact, joined(person1.name, person1.mobile)],
    ] },
    { title: t.partDispatcher, rows: [
      ['dispatcher.name', t.dispatcherName, dispatcher.name, 'wide'], ['dispatcher.kind', t.dispatcherKind, dispatcher.kindLabel],
      ['dispatcher.level', t.dispatcherLevel, dispatcher.levelLabel], ['dispatcher.division', t.division, dispatcher.divisionLabel],
      ['dispatcher.uscc', t.uscc, dispatcher.uscc],
      ...(dispatcher.superior ? [['dispatcher.superior', t.superior, dispatcher.superior.name, 'wide']] : []),
      ['dispatcher.supervisingDepartment', t.supervisingDepartment, dispatcher.supervisingDepartment],
      ['dispatcher.contact', t.dispatcherContact, joined(contact.name, contact.phone, contact.address, contact.postcode), 'wide'],
      ['establishment', t.establishment, joined(approval.no, day(approval.date), approval.body), 'wide'],
      ['nameApproval', t.nameApproval, joined(named.name, named.no, day(named.date), named.body), 'wide'],
      ...(form.provincialApprovalNo ? [['provincialApprovalNo', t.provincialApprovalNo, form.provincialApprovalNo]] : []),
    ] },
    { title: t.partStaff, rows: [
      ['staffingQuota', t.staffingQuota, quotas(form.staffingQuota), 'wide'], ['leaderQuota', t.leaderQuota, counted(form.leaderQuota)],
      ['staffInPost', t.staffInPost, counted(form.staffInPost)], ['hired', t.hired, counted(form.hired)],
      ['departments', t.departments, (form.departments || []).map((row) => `${row.name}${counted(row.quota)}`).join(t.comma), 'wide'],
    ] },
    { title: t.partPremises, rows: (form.premises || []).flatMap(premises) },
    { title: t.partHead, rows: head(form.head || {}) },
    ...(form.deputies || []).map((deputy, i) => ({ title: t.partDeputy(i + 1), rows: person(`deputies[${i}]`, deputy) })),
    { title: t.partParty, rows: [
      ['partyOrg.kind', t.partyKind, party.kindLabel], ['partyOrg.secretary', t.secretary, party.secretary],
      ['partyOrg.superior', t.partySuperior, party.superior], ['partyOrg.formalMembers', t.formalMembers, counted(party.formalMembers)],
    ] },
  ];
}
