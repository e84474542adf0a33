import { api, html, href, List, operationNames, say, site, query } from 'liaison';
import { ROLES } from './accounts.js';
import { BASE, operationMark, options } from './look.js';
import { t } from './texts.js';

const COLUMNS = [...ROLES, 'LEG', 'SYS', 'PUB'];
/** Where a row becomes a card, a line for each role that has nothing would be in the way. */
const CARDS = window.matchMedia('(max-width: 48rem)');

/** The permission matrix (权限矩阵): every operation of the modules that are there, with its roles and how far they reach. */
export default class Matrix extends List {
  rows = [];

  nameOf = (operation) => operation;

  constructor() {
    super();
    this.turned = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    CARDS.addEventListener('change', this.turned);
  }

  disconnectedCallback() {
    CARDS.removeEventListener('change', this.turned);
    super.disconnectedCallback();
  }

  get heading() {
    return t.matrix;
  }

  path() {
    return 'platform/matrix';
  }

  help() {
    return html`<p>${t.matrixHelp}</p>`;
  }

  async load() {
    const [answer, nameOf] = await Promise.all([api.get(`${BASE}/permissions`), operationNames()]);
    this.rows = answer.items;
    this.nameOf = nameOf;
  }

  moduleOf(context) {
    const found = site.modules.find((module) => module.name === context);
    return context === 'platform' ? t.platform : found ? say(found.pages.title) : context;
  }

  get shown() {
    const { module, role, q } = this.query;
    return this.rows.filter((row) => (!module || row.context === module)
      && (!role || row.grants.some((grant) => grant.role === role))
      && (!q || row.operation.includes(q) || this.nameOf(row.operation).includes(q)));
  }

  reach(row, role) {
    const grant = row.grants.find((each) => each.role === role);
    return grant ? html`<span title=${t[`reachInWords${grant.reach}`]}>${t[`reach${grant.reach}`]}</span>` : '';
  }

  granted(row) {
    return row.grants.map((grant) => (grant.reach === 'ALL' ? t[grant.role] : t.roleWithin(t[grant.role], t[`reachInWords${grant.reach}`]))).join(t.comma);
  }

  columns() {
    const roles = this.query.role ? [this.query.role] : COLUMNS;
    return CARDS.matches ? [{ label: t.granted, kind: 'wide', cell: (row) => this.granted(row) }]
      : roles.map((role) => ({ label: t[role], kind: 'narrow', cell: (row) => this.reach(row, role) }));
  }

  view() {
    const { shown } = this;
    const contexts = Array.from(new Set(this.rows.map((row) => row.context)));
    return html`<section class="lia-sheet"><div class="lia-filters">
        <lia-field type="select" label=${t.module} .value=${this.query.module || ''} @change=${(event) => this.filter({ module: event.currentTarget.value })}
          .options=${[{ value: '', label: t.any }, ...contexts.map((context) => ({ value: context, label: this.moduleOf(context) }))]}></lia-field>
        <lia-field type="select" label=${t.role} .value=${this.query.role || ''} .options=${options(COLUMNS, t.any)}
          @change=${(event) => this.filter({ role: event.currentTarget.value })}></lia-field>
        <lia-field label=${t.operationWord} maxlength="60" .value=${this.query.q || ''} @change=${(event) => this.filter({ q: event.currentTarget.value.trim() })}></lia-field>
        <a class="btn btn-outline-secondary" href=${href('platform/permissions')}>${t.toSimulator}</a></div>
      <p class="lia-hint">${t.matrixCount(shown.length)}　${t.matrixLegend}</p>
      <lia-table class="lia-matrix" .rows=${shown} .key=${(row) => row.operation} caption=${t.matrix} .empty=${t.matrixNone} .columns=${[
        { label: t.module, kind: 'narrow', cell: (row) => this.moduleOf(row.context) },
        { label: t.operation, cell: (row) => html`<a href=${href('platform/permissions') + query({ operation: row.operation })}>${operationMark(this.nameOf(row.operation), row.operation)}</a>` },
        ...this.columns(),
      ]}></lia-table></section>`;
  }
}
