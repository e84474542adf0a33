/**
 * The steps of a filing and their fields, by path; what a field is called stands in the catalogue under its path. A part has
 * fields, or is a list whose rows have them.
 *
 * Of a field: codes (a code list), type (as of lia-field), number (typed as one), month (typed as one), unit, must, size (xs, m, l, w),
 * max, hint, from (what a new row takes over from the form). Of a part: copy (what a button takes over: its text, [to, from] of
 * values and of lists with the names that are taken), spread (the field that makes one row of each code while there is none).
 */

const text = (path, more) => ({ path, size: 'm', ...more });
const must = (path, more) => text(path, { must: true, ...more });
const list = (path, codes, more) => text(path, { type: 'select', codes, ...more });
const date = (path, more) => text(path, { type: 'date', ...more });
const count = (path, unit, more) => text(path, { number: true, inputmode: 'numeric', unit, size: 'm', max: 20, ...more });
const area = (path, unit, more) => text(path, { number: true, inputmode: 'decimal', unit, size: 'm', max: 20, ...more });
const month = (path, more) => text(path, { month: true, inputmode: 'numeric', max: 10, ...more });
const REQUIRED = { must: true };

const PERSON = (head) => [
  must('name', { size: 'm', max: 50 }), text('idNumber', { max: 30, must: head, hint: 'idHint' }), list('sex', 'sex', { size: 'm', ...REQUIRED }),
  date('birthDate', REQUIRED), list('ethnicGroup', 'ethnic-group', { size: 'm' }), list('politicalStatus', 'political-status', REQUIRED),
  text('mobile', { inputmode: 'tel', max: 20, must: head }), must('post', { max: 60 }), list('staffKind', 'staff-kind', REQUIRED),
  date('inPostFrom', REQUIRED),
];
const under = (path, fields) => fields.map((field) => ({ ...field, path: `${path}.${field.path}` }));

export const STEPS = [
  {
    name: 'office',
    parts: [
      { title: 'partOffice', fixed: ['name', 'hostCity'], fields: [
        text('shortName', { max: 40 }), list('nature', 'nature', REQUIRED), list('establishmentLevel', 'establishment-level', REQUIRED),
        list('funding', 'funding'), must('mainBusiness', { type: 'textarea', size: 'w', rows: 4, max: 1000 }),
      ] },
      { title: 'partPlace', fields: [
        list('address.district', 'district', { size: 'm', ...REQUIRED }), must('address.text', { size: 'l', max: 200 }),
        must('address.postcode', { size: 'm', inputmode: 'numeric', max: 6 }),
        must('phone', { max: 40, hint: 'phoneHint' }), must('contact.name', { size: 'm', max: 50 }), must('contact.mobile', { inputmode: 'tel', max: 20 }),
      ] },
      { title: 'partParty', hint: 'partyHint', fields: [
        list('partyOrg.kind', 'party-org-kind'), text('partyOrg.secretary', { max: 50 }), text('partyOrg.superior', { max: 120 }),
        count('partyOrg.formalMembers', 'people'),
      ] },
    ],
  },
  {
    name: 'dispatcher',
    parts: [
      { title: 'partDispatcher', fixed: ['dispatcher.name', 'dispatcher.kind', 'dispatcher.level', 'dispatcher.division', 'dispatcher.superior.name'], fields: [
        text('dispatcher.supervisingDepartment', { size: 'l', max: 120 }), must('dispatcher.contact.name', { size: 'm', max: 50 }),
        must('dispatcher.contact.phone', { max: 40, hint: 'phoneHint' }), must('dispatcher.contact.address', { size: 'l', max: 200 }),
        must('dispatcher.contact.postcode', { size: 'm', inputmode: 'numeric', max: 6 }),
      ] },
      { title: 'partEstablishment', fields: [
        must('establishment.no', { max: 60, hint: 'numberHint' }), date('establishment.date', REQUIRED), must('establishment.body', { size: 'l', max: 120 }),
        text('provincialApprovalNo', { max: 60, hint: 'provincialHint' }),
      ] },
      { title: 'partNameApproval', hint: 'nameApprovalHint', copy: { text: 'copyEstablishment', values: ['no', 'date', 'body'].map((name) => [`nameApproval.${name}`, `establishment.${name}`]), lists: [] },
        fields: [
        must('nameApproval.name', { size: 'w', max: 120 }), must('nameApproval.no', { max: 60 }), date('nameApproval.date', REQUIRED),
        must('nameApproval.body', { size: 'l', max: 120 }),
      ] },
    ],
  },
  {
    name: 'duties',
    parts: [
      { title: 'partDuties', hint: 'dutiesHint', rows: 'duties', least: 1, spread: 'group', fields: [
        list('group', 'duty-group', { size: 'l', ...REQUIRED }), must('text', { size: 'l', max: 1000 }),
      ] },
      { title: 'partQuota', rows: 'staffingQuota', least: 1, fields: [
        list('kind', 'quota-kind', { size: 'm', ...REQUIRED }), count('number', 'posts', REQUIRED), must('approvalNo', { max: 60, from: 'establishment.no' }),
      ] },
      { title: 'partPeople', fields: [
        count('leaderQuota', 'people'), count('staffInPost', 'people', REQUIRED), count('hired', 'people', REQUIRED),
      ] },
      { title: 'partDepartments', rows: 'departments', fields: [
        must('name', { size: 'l', max: 120 }), count('quota', 'posts'), text('approvalNo', { max: 60, from: 'establishment.no' }),
      ] },
    ],
  },
  {
    name: 'premises',
    parts: [
      { title: 'partPremises', hint: 'premisesHint', rows: 'premises', least: 1, fields: [
        list('kind', 'premises-kind', { size: 'm', ...REQUIRED }), list('right', 'premises-right', { size: 'm', ...REQUIRED }),
        list('district', 'district', { size: 'm', ...REQUIRED }), date('inUseFrom', { size: 'm', ...REQUIRED }), must('address', { size: 'l', max: 200 }),
        area('buildingArea', 'squareMetres', REQUIRED), area('usableArea', 'squareMetres', REQUIRED), text('titleNo', { max: 60 }),
        date('leaseFrom', { size: 'm', must: true, when: ['right', '2'] }), date('leaseTo', { size: 'm', must: true, when: ['right', '2'] }),
        must('landlord', { size: 'l', when: ['right', '2'], max: 120 }), area('annualRent', 'yuan', { must: true, when: ['right', '2'] }),
        must('rentApprovalNo', { when: ['right', '2'], max: 60, hint: 'rentHint' }),
      ],
      inner: { rows: 'rooms', fields: [
        must('no', { size: 'xs', max: 20 }), list('use', 'room-use', { size: 'm', ...REQUIRED }), area('usableArea', 'squareMetres', REQUIRED),
      ], several: { path: 'occupants', codes: 'leadership-rank' } } },
    ],
  },
  {
    name: 'head',
    parts: [
      { title: 'partHead', fields: [
        ...under('head', PERSON(true)), list('head.education', 'education', { size: 'm' }), list('head.leadershipRank', 'leadership-rank', { size: 'm' }),
        must('head.appointment.no', { max: 60 }), date('head.appointment.date', REQUIRED), must('head.appointment.authority', { size: 'l', max: 120 }),
      ] },
      { title: 'partCv', hint: 'cvHint', rows: 'head.cv', least: 1, fields: [
        month('from', REQUIRED), month('to'), must('unit', { size: 'm', max: 120 }),
        must('post', { size: 'm', max: 60 }),
      ] },
      { title: 'partDeputies', rows: 'deputies', fields: PERSON(false) },
    ],
  },
  {
    name: 'papers',
    parts: [
      { title: 'partLetter', hint: 'letterHint', copy: { text: 'copyForm', values: ['name', 'nature', 'mainBusiness', 'establishmentLevel'].map((name) => [`letter.${name}`, name]),
        lists: [['letter.staffingQuota', 'staffingQuota', ['kind', 'number']]] }, fields: [
        must('letter.no', { max: 60, hint: 'numberHint' }), date('letter.date', REQUIRED), must('letter.issuer', { size: 'l', max: 120 }),
        must('letter.addressee', { size: 'l', max: 120 }), must('letter.name', { size: 'l', max: 120 }), list('letter.nature', 'nature', REQUIRED),
        list('letter.establishmentLevel', 'establishment-level', REQUIRED), must('letter.mainBusiness', { type: 'textarea', size: 'w', max: 1000 }),
      ] },
      { title: 'partLetterQuota', rows: 'letter.staffingQuota', least: 1, fields: [
        list('kind', 'quota-kind', { size: 'm', ...REQUIRED }), count('number', 'posts', REQUIRED),
      ] },
      { title: 'partCommitment', fields: [
        must('commitment.no', { max: 60 }), date('commitment.date', REQUIRED), must('commitment.issuer', { size: 'l', max: 120, hint: 'commitmentHint' }),
      ] },
      { title: 'partMaterials', materials: true, fields: [] },
    ],
  },
  { name: 'check', parts: [{ title: 'partDeclaration', fields: [{ path: 'nonProfit', type: 'checkbox', size: 'w', must: true }] }] },
];

const bare = (path) => path.replace(/\[\d+\]/g, '');

/** Paths of the fields of a part with the list that each stands in. */
function fieldsOf(part) {
  const rows = part.rows ? `${part.rows}.` : '';
  const own = part.fields.map((field) => ({ ...field, full: rows + field.path }));
  const inner = part.inner ? part.inner.fields.map((field) => ({ ...field, full: `${rows}${part.inner.rows}.${field.path}` })) : [];
  return [...own, ...inner];
}

const FIELDS = new Map();
STEPS.forEach((step) => step.parts.forEach((part) => fieldsOf(part).forEach((field) => FIELDS.set(field.full, { field, part, step }))));

/** Where a path stands: {step, part, field}; field = null when it is of a whole part. */
export function place(path) {
  const name = bare(path);
  if (FIELDS.has(name)) {
    return FIELDS.get(name);
  }
  if (name.startsWith('materials')) {
    const step = STEPS.find((each) => each.name === 'papers');
    return { step, part: step.parts.find((part) => part.materials), field: null };
  }
  for (const step of STEPS) {
    for (const part of step.parts) {
      const within = [part.rows, ...fieldsOf(part).map((field) => field.full), ...(part.fixed || [])].filter(Boolean);
      if (within.some((each) => each === name || each.startsWith(`${name}.`) || name.startsWith(`${each}.`))) {
        return { step, part, field: null };
      }
    }
  }
  return { step: STEPS[0], part: STEPS[0].parts[0], field: null };
}

/** The numbers of the rows in a path, counted from one. */
export const rowNumbers = (path) => (path.match(/\[\d+\]/g) || []).map((each) => Number(each.slice(1, -1)) + 1);

/** The name of a path in the catalogue. */
export const nameOf = bare;
