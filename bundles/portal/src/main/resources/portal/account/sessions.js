import { html } from 'lit';
import { api } from '../api.js';
import { agent, time } from '../format.js';
import { t } from '../texts.js';
import { Section } from './section.js';

const BASE = '/api/platform/v1/sessions';

/** The browsers one is logged in at. */
export class OwnSessions extends Section {
  items = [];

  async load() {
    this.items = (await api.get(BASE)).items;
  }

  end(id) {
    return this.run(async () => {
      await api.delete(`${BASE}/${id}`, { repeat: false });
      await this.load();
    }, t.sessionEnded);
  }

  render() {
    return html`<h2>${t.sessions}</h2><p class="lia-hint">${t.sessionsNote}</p>${this.refusal()}
      <lia-table .rows=${this.items} caption=${t.sessions} .columns=${[
        { label: t.sessionOpened, kind: 'narrow', cell: (row) => time(row.openedAt) },
        { label: t.sessionUsed, kind: 'narrow', cell: (row) => time(row.usedAt) },
        { label: t.sessionFrom, kind: 'narrow', cell: (row) => row.source },
        { label: t.sessionAgent, kind: 'wide', cell: (row) => html`<span title=${row.agent || ''}>${agent(row.agent)}</span>` },
        { label: t.operation, kind: 'narrow', cell: (row) => (row.current ? html`<lia-state kind="done" .text=${t.sessionThis}></lia-state>`
          : html`<button type="button" class="btn btn-link lia-danger" ?disabled=${this.busy} @click=${() => this.end(row.id)}>${t.sessionEnd}</button>`) },
      ]}></lia-table>`;
  }
}

customElements.define('lia-account-sessions', OwnSessions);
