import { html, nothing } from 'lit';
import { api } from '../api.js';
import { duties } from '../duties.js';
import { day, daysUntil, time } from '../format.js';
import { href, Page } from '../page.js';
import { load, site } from '../site.js';
import { t } from '../texts.js';

const LATEST = 5;
const SOON_DAYS = 3;

/** How far a day is: words and the kind of mark. */
export function light(dueOn, now) {
  const days = daysUntil(dueOn, now);
  if (days < 0) {
    return { kind: 'refused', text: t.overdue(-days) };
  }
  return { kind: days <= SOON_DAYS ? 'attention' : 'intime', text: days === 0 ? t.dueToday : t.daysLeft(days) };
}

/** The start page: what waits for me, what is new, and the figures that modules bring. */
export default class Home extends Page {
  latest = [];

  tiles = [];

  get heading() {
    return t.home;
  }

  async load() {
    const [latest, tiles] = await Promise.all([this.unread(), this.contributed(), duties.refresh()]);
    this.latest = latest;
    this.tiles = tiles;
  }

  async unread() {
    try {
      return (await api.get('/api/platform/v1/notices', { unread: true, limit: LATEST }, { repeat: false })).items;
    } catch (refused) {
      return [];
    }
  }

  async contributed() {
    const found = await Promise.all(site.contributions('tiles').map(async (tile) => {
      try {
        const { default: figures } = await load(tile);
        return await figures();
      } catch (refused) {
        return [];
      }
    }));
    return found.flat();
  }

  view() {
    const now = site.now();
    return html`${this.tiles.length === 0 ? nothing : html`<section aria-label=${t.situation}><ul class="lia-tiles">
      ${this.tiles.map((tile) => html`<li><a href=${tile.address}><span class="label">${tile.label}</span>
        <span class="figure">${tile.figure}</span>${tile.note ? html`<span class="note">${tile.note}</span>` : nothing}</a></li>`)}</ul></section>`}
      <section class="lia-sheet"><h2>${t.duties}</h2>
      ${duties.absent.length === 0 ? nothing : html`<p class="lia-hint" role="status">${t.dutiesPart(duties.absentNames().join(t.comma))}</p>`}
      <lia-table .rows=${duties.items} .key=${(duty) => duty.address} caption=${t.duties} .empty=${t.dutiesNone} .columns=${[
        { label: t.dutyLeft, kind: 'narrow', cell: (duty) => {
          const shown = duty.light || (duty.dueOn ? light(duty.dueOn, now) : null);
          return shown ? html`<lia-state .kind=${shown.kind} .text=${shown.text}></lia-state>` : nothing;
        } },
        { label: t.dutyWhat, kind: 'wide', cell: (duty) => html`<a href=${duty.address}>${duty.text}</a>` },
        { label: t.dutyUntil, kind: 'narrow', cell: (duty) => day(duty.dueOn) },
      ]}></lia-table></section>
      <section class="lia-sheet"><h2>${t.noticesLatest}</h2>
      <lia-table .rows=${this.latest} caption=${t.noticesLatest} .empty=${t.noticesNone} .columns=${[
        { label: t.noticeAt, kind: 'narrow', cell: (notice) => time(notice.createdAt) },
        { label: t.noticeTitle, kind: 'wide', cell: (notice) => html`<a href="${href('notices')}?id=${notice.id}">${notice.title}</a>` },
        { label: t.noticeDue, kind: 'narrow', cell: (notice) => day(notice.dueOn) },
      ]}></lia-table><p class="lia-more"><a href=${href('notices')}>${t.noticesAll}</a></p></section>`;
  }

  help() {
    return html`<p>${t.helpDuty}</p>`;
  }
}
