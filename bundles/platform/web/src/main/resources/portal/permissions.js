import { api, html, href, nothing, operationNames, Page, valuesOf } from 'liaison';
import { BASE, learn, operationMark, refusal, roleOf, run, wrong } from './look.js';
import { t } from './texts.js';

/** The permission simulator (权限核查): what the gate would say to somebody, and by which row. */
export default class Permissions extends Page {
  answer = null;

  operations = [];

  nameOf = (operation) => operation;

  busy = false;

  refused = null;

  get heading() {
    return t.permissions;
  }

  help() {
    return html`<p>${t.permissionsHelp}</p>`;
  }

  async load() {
    const [answer, nameOf] = await Promise.all([api.get(`${BASE}/permissions`), operationNames()]);
    this.operations = answer.items.map((row) => row.operation);
    this.nameOf = nameOf;
  }

  ask(event) {
    event.preventDefault();
    const values = valuesOf(event.currentTarget);
    return run(this, async () => {
      this.set({ answer: null });
      const answer = await api.get(`${BASE}/may`, { account: values.account.trim(), operation: values.operation, id: values.id.trim() });
      this.set({ answer });
      learn(this, answer.bindings.map((row) => row.acting.split('@')[1]));
    });
  }

  view() {
    const { answer } = this;
    return html`<form class="lia-sheet" novalidate @submit=${(event) => this.ask(event)}>${refusal(this, 'account', 'operation')}
      <div class="lia-filters">
        <lia-field name="account" label=${t.account} required maxlength="50" .error=${wrong(this, 'account')}></lia-field>
        <lia-field name="operation" type="select" label=${t.operation} required .value=${this.query.operation || ''} .error=${wrong(this, 'operation')}
          .options=${[{ value: '', label: t.choose }, ...this.operations.map((value) => ({ value, label: `${this.nameOf(value)} ${value}` }))]}></lia-field>
        <lia-field name="id" label=${t.thing} maxlength="60"></lia-field>
        <button class="btn btn-primary" ?disabled=${this.busy}>${t.ask}</button>
        <a class="btn btn-outline-secondary" href=${href('platform/matrix')}>${t.toMatrix}</a></div>
      <p class="lia-hint">${t.operationExample}</p></form>
      ${answer ? html`<section class="lia-sheet" role="status"><h2>${t.answerOf(answer.account, this.nameOf(answer.operation))}</h2>
        <p><lia-state .kind=${answer.allowed ? 'done' : 'refused'} .text=${answer.allowed ? t.allowed : t.denied}></lia-state> ${answer.why || nothing}</p>
        <p class="lia-hint">${operationMark(answer.operation, answer.operation)}${answer.id ? html` ${t.thing} <code class="lia-code">${answer.id}</code>` : nothing}</p>
        <lia-table .rows=${answer.bindings} .key=${(row) => row.acting} caption=${t.roles} .empty=${t.rolesNone} .columns=${[
          { label: t.role, kind: 'wide', cell: (row) => roleOf(...row.acting.split('@')) },
          { label: t.result, kind: 'narrow', cell: (row) => html`<lia-state .kind=${row.allowed ? 'done' : 'refused'}
            .text=${row.allowed ? t.allowed : t.denied}></lia-state>` },
          { label: t.why, kind: 'wide', cell: (row) => row.why },
        ]}></lia-table></section>` : nothing}`;
  }
}
