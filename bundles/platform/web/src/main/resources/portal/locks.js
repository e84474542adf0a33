import { api, html, may, nothing, Page, time } from 'liaison';
import { BASE, refusal, run } from './look.js';
import { t } from './texts.js';

/** Accounts and sources that wrong passwords have locked (登录锁定). */
export default class Locks extends Page {
  items = [];

  busy = false;

  refused = null;

  get heading() {
    return t.locks;
  }

  help() {
    return html`<p>${t.locksHelp}</p>`;
  }

  async load() {
    this.items = (await api.get(`${BASE}/locks`)).items;
  }

  release({ kind, name }) {
    return run(this, async () => {
      await api.post(`${BASE}/locks/release`, { kind, name }, { repeat: false });
      await this.reload();
    }, t.released);
  }

  view() {
    const releases = may('platform.user.unlock');
    return html`<section class="lia-sheet">${refusal(this)}<lia-table .rows=${this.items} .key=${(row) => row.kind + row.name} caption=${t.locks}
      .empty=${t.locksNone} .columns=${[
        { label: t.kind, kind: 'narrow', cell: (row) => (row.kind === 'ACCOUNT' ? t.account : t.source) },
        { label: t.lockedName, kind: 'wide', cell: (row) => row.name },
        { label: t.failures, kind: 'number', cell: (row) => row.failures },
        { label: t.lockedUntil, kind: 'narrow', cell: (row) => time(row.until) },
        { label: t.operation, kind: 'narrow', cell: (row) => (releases ? html`<button type="button" class="btn btn-link" ?disabled=${this.busy}
          @click=${() => this.release(row)}>${t.release}</button>` : nothing) },
      ]}></lia-table></section>`;
  }
}
