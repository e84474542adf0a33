import { api, href, html, List, may, nothing, operationNames, query, time, valuesOf } from 'liaison';
import { BASE, mark, operationMark, options, refusal, run, wrong } from './look.js';
import { t } from './texts.js';

/** How much of a long id a row shows. */
const SHORT = 8;

/** Search in the audit trail (审计查询). */
export default class Audit extends List {
  refused = null;

  nameOf = (operation) => operation;

  get heading() {
    return t.audit;
  }

  source() {
    return `${BASE}/audit`;
  }

  path() {
    return 'platform/audit';
  }

  help() {
    return html`<p>${t.auditHelp}</p>`;
  }

  async load() {
    const [, nameOf] = await Promise.all([super.load(), operationNames()]);
    this.nameOf = nameOf;
  }

  find(event) {
    event.preventDefault();
    this.filter(valuesOf(event.currentTarget));
  }

  export(form) {
    const values = valuesOf(form);
    return run(this, async () => {
      const kept = Object.entries(values).filter(([, value]) => value);
      const file = await api.file(`${BASE}/audit/export?${new URLSearchParams([...kept, ['format', 'CSV']])}`);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `audit-${values.from}-${values.to}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    }, t.exported);
  }

  /** What was acted on; its link shows all that was done to it. */
  thing({ subject, subjectId }) {
    const name = this.nameOf(`of.${subject}`).replace(/^of\./, '');
    return subjectId ? html`<a title=${subjectId} href=${href(this.path()) + query({ object: subjectId })}>${name}
      ${subjectId.length > SHORT ? `${subjectId.slice(0, SHORT)}…` : subjectId}</a>` : name;
  }

  view() {
    const asked = this.query;
    return html`<section class="lia-sheet">${refusal(this, 'from', 'to')}<form class="lia-filters" novalidate @submit=${(event) => this.find(event)}>
        <lia-field name="from" type="date" label=${t.from} .value=${asked.from || ''} .error=${wrong(this, 'from')}></lia-field>
        <lia-field name="to" type="date" label=${t.to} .value=${asked.to || ''} .error=${wrong(this, 'to')}></lia-field>
        <lia-field name="account" label=${t.account} maxlength="50" .value=${asked.account || ''}></lia-field>
        <lia-field name="operation" label=${t.operationName} maxlength="100" .value=${asked.operation || ''}></lia-field>
        <lia-field name="object" label=${t.thing} maxlength="60" .value=${asked.object || ''}></lia-field>
        <lia-field name="result" type="select" label=${t.result} .value=${asked.result || ''} .options=${options(['OK', 'REFUSED', 'FAILED'], t.any)}></lia-field>
        <button class="btn btn-primary">${t.find}</button>
        ${may('platform.audit.export') ? html`<button type="button" class="btn btn-outline-secondary" ?disabled=${this.busy}
          @click=${(event) => this.export(event.currentTarget.form)}>${t.export}</button>` : nothing}</form>
      <lia-table .rows=${this.items} caption=${t.audit} .empty=${t.auditNone} ?more=${Boolean(this.next)} ?busy=${this.busy}
        @more=${() => this.more()} .columns=${[
          { label: t.at, kind: 'narrow', cell: (row) => time(row.at) },
          { label: t.account, kind: 'narrow', cell: (row) => html`${row.account}${row.acting ? html`<br>${t[row.acting.split('@')[0]]}` : nothing}` },
          { label: t.operationName, kind: 'wide', cell: (row) => operationMark(this.nameOf(row.operation), row.operation) },
          { label: t.result, kind: 'narrow', cell: (row) => mark(row.result) },
          { label: t.thing, kind: 'narrow', cell: (row) => this.thing(row) },
          { label: t.source, cell: (row) => [row.channel, row.source].filter(Boolean).join(' ') },
          { label: t.more, kind: 'wide', cell: (row) => [[row.fromState, row.toState].filter(Boolean).join(' → '), row.reason].filter(Boolean).join(t.comma) },
        ]}></lia-table></section>`;
  }
}
