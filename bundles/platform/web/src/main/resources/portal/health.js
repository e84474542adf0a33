import { api, html, Page, site, time } from 'liaison';
import { BASE, mark } from './look.js';
import { t } from './texts.js';

/** How the platform is (平台状态): the worst first, each with what to do. */
export default class Health extends Page {
  items = [];

  at = '';

  get heading() {
    return t.health;
  }

  help() {
    return html`<p>${t.healthHelp}</p>`;
  }

  async load() {
    this.items = (await api.get(`${BASE}/health`)).items;
    this.at = time(new Date(site.now()).toISOString());
  }

  view() {
    const bad = this.items.filter((item) => item.level !== 'OK').length;
    return html`<section class="lia-sheet"><p class="lia-bar" role="status"><lia-state .kind=${bad === 0 ? 'done' : 'attention'}
        .text=${bad === 0 ? t.healthy : t.unhealthy(bad)}></lia-state><span class="lia-hint">${t.lookedAt(this.at)}</span>
        <button type="button" class="btn btn-outline-secondary" @click=${() => this.reload()}>${t.again}</button></p>
      <lia-table .rows=${this.items} .key=${(item) => item.name} caption=${t.health} .columns=${[
        { label: t.state, kind: 'narrow', cell: (item) => mark(item.level, { OK: t.good, WARN: t.warn, BAD: t.bad }[item.level]) },
        { label: t.item, kind: 'narrow', cell: (item) => item.name },
        { label: t.finding, kind: 'wide', cell: (item) => item.text },
        { label: t.todo, kind: 'wide', cell: (item) => item.todo },
      ]}></lia-table></section>`;
  }
}
