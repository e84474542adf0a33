import { api, html, nothing, Page, valuesOf } from 'liaison';
import { BASE, refusal, roleOf, run, wrong } from './look.js';
import { t } from './texts.js';

/** The permission simulator (权限查询): what the gate would say to somebody, and by which row. */
export default class Permissions extends Page {
  answer = null;

  busy = false;

  refused = null;

  get heading() {
    return t.permissions;
  }

  help() {
    return html`<p>${t.permissionsHelp}</p>`;
  }

  ask(event) {
    event.preventDefault();
    const values = valuesOf(event.currentTarget);
    return run(this, async () => {
      this.set({ answer: null });
      this.set({ answer: await api.get(`${BASE}/may`, values) });
    });
  }

  view() {
    const { answer } = this;
    return html`<form class="lia-sheet" novalidate @submit=${(event) => this.ask(event)}>${refusal(this, 'account', 'operation')}
      <div class="lia-filters">
        <lia-field name="account" label=${t.account} required maxlength="50" .error=${wrong(this, 'account')}></lia-field>
        <lia-field name="operation" label=${t.operationName} required maxlength="100" .error=${wrong(this, 'operation')}></lia-field>
        <lia-field name="id" label=${t.thing} maxlength="60"></lia-field>
        <button class="btn btn-primary" ?disabled=${this.busy}>${t.ask}</button></div>
      <p class="lia-hint">${t.operationExample}</p></form>
      ${answer ? html`<section class="lia-sheet" role="status"><h2>${t.answerOf(answer.account, answer.operation)}</h2>
        <p><lia-state .kind=${answer.allowed ? 'done' : 'refused'} .text=${answer.allowed ? t.allowed : t.denied}></lia-state> ${answer.why || nothing}</p>
        <lia-table .rows=${answer.bindings} .key=${(row) => row.acting} caption=${t.roles} .empty=${t.rolesNone} .columns=${[
          { label: t.role, kind: 'narrow', cell: (row) => roleOf(...row.acting.split('@')) },
          { label: t.result, kind: 'narrow', cell: (row) => html`<lia-state .kind=${row.allowed ? 'done' : 'refused'}
            .text=${row.allowed ? t.allowed : t.denied}></lia-state>` },
          { label: t.why, kind: 'wide', cell: (row) => row.why },
        ]}></lia-table></section>` : nothing}`;
  }
}
