import { html, nothing } from 'lit';
import { api } from '../api.js';
import { day, time } from '../format.js';
import { announce, Page } from '../page.js';
import { t } from '../texts.js';

const BASE = '/api/platform/v1/notices';

/** One's own inbox. */
export default class Notices extends Page {
  items = [];

  next = null;

  unread = false;

  busy = false;

  get heading() {
    return t.notices;
  }

  async load() {
    const page = await api.get(BASE, { unread: this.unread || undefined, limit: 50 });
    this.items = page.items;
    this.next = page.next;
  }

  async more() {
    this.set({ busy: true });
    const page = await api.get(BASE, { unread: this.unread || undefined, limit: 50, after: this.next });
    this.set({ items: [...this.items, ...page.items], next: page.next, busy: false });
  }

  async read(notice) {
    try {
      const read = await api.post(`${BASE}/${notice.id}/reading`, undefined, { version: notice.version });
      this.set({ items: this.items.map((each) => (each.id === read.id ? read : each)) });
    } catch (refused) {
      announce(refused.message);
    }
  }

  view() {
    return html`<section class="lia-sheet"><div class="lia-filters">
      <lia-field type="checkbox" label=${t.noticesUnreadOnly} .value=${this.unread}
        @change=${(event) => { this.unread = event.currentTarget.value; this.reload(); }}></lia-field></div>
      <lia-table .rows=${this.items} caption=${t.notices} .empty=${t.noticesEmpty} ?more=${Boolean(this.next)} ?busy=${this.busy}
        @more=${() => this.more()} .columns=${[
          { label: t.noticeMark, kind: 'narrow', cell: (notice) => html`<lia-state .kind=${notice.readAt ? 'done' : 'running'}
            .text=${notice.readAt ? t.noticeRead : t.noticeUnread}></lia-state>` },
          { label: t.noticeAt, kind: 'narrow', cell: (notice) => time(notice.createdAt) },
          { label: t.noticeTitle, cell: (notice) => html`<strong>${notice.title}</strong>` },
          { label: t.noticeText, kind: 'wide', cell: (notice) => notice.text },
          { label: t.noticeDue, kind: 'narrow', cell: (notice) => day(notice.dueOn) },
          { label: t.operation, kind: 'narrow', cell: (notice) => (notice.readAt ? nothing : html`<button type="button"
            class="btn btn-link" @click=${() => this.read(notice)}>${t.noticeReadIt}</button>`) },
        ]}></lia-table></section>`;
  }
}
