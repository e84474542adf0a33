import { agent, api, go, html, href, may, nothing, Page, query, time, valuesOf } from 'liaison';
import { BASE, refusal, run } from './look.js';
import { t } from './texts.js';

/** Who is logged in (登录会话). */
export default class Sessions extends Page {
  items = [];

  busy = false;

  refused = null;

  get heading() {
    return t.sessions;
  }

  help() {
    return html`<p>${t.sessionsHelp}</p>`;
  }

  async load() {
    this.items = (await api.get(`${BASE}/account-sessions`, { account: this.query.account })).items;
  }

  find(event) {
    event.preventDefault();
    go(href('platform/sessions') + query({ account: valuesOf(event.currentTarget).account.trim() }));
  }

  end(path) {
    return run(this, async () => {
      await api.delete(`${BASE}/account-sessions${path}`, { repeat: false });
      await this.reload();
    }, t.sessionEnded);
  }

  view() {
    const ends = may('platform.session.end');
    const { account } = this.query;
    return html`<section class="lia-sheet">${refusal(this)}<form class="lia-filters" @submit=${(event) => this.find(event)}>
        <lia-field name="account" label=${t.account} maxlength="50" .value=${account || ''}></lia-field>
        <button class="btn btn-primary">${t.find}</button>
        ${ends && account && this.items.length > 0 ? html`<button type="button" class="btn btn-outline-danger" ?disabled=${this.busy}
          @click=${() => this.end(query({ account }))}>${t.endAll}</button>` : nothing}</form>
      <lia-table .rows=${this.items} caption=${t.sessions} .empty=${t.sessionsNone} .columns=${[
        { label: t.account, kind: 'narrow', cell: (row) => html`<a href=${href('platform/accounts', row.account)}>${row.account}</a>` },
        { label: t.openedAt, kind: 'narrow', cell: (row) => time(row.openedAt) },
        { label: t.usedAt, kind: 'narrow', cell: (row) => time(row.usedAt) },
        { label: t.source, kind: 'narrow', cell: (row) => row.source },
        { label: t.agent, kind: 'wide', cell: (row) => html`<span title=${row.agent || ''}>${agent(row.agent)}</span>` },
        { label: t.operation, kind: 'narrow', cell: (row) => (row.current ? html`<lia-state kind="done" .text=${t.thisSession}></lia-state>`
          : ends ? html`<button type="button" class="btn btn-link lia-danger" ?disabled=${this.busy}
            @click=${() => this.end(`/${row.id}`)}>${t.end}</button>` : nothing) },
      ]}></lia-table></section>`;
  }
}
