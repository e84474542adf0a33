import { html } from 'lit';
import { Page } from '../page.js';
import { load, site } from '../site.js';
import { t } from '../texts.js';

/** What the modules find under a number or a part of a name. */
export default class Search extends Page {
  hits = [];

  get heading() {
    return this.query.q ? t.searchFor(this.query.q) : t.searchOf;
  }

  async load() {
    if (!this.query.q) {
      return;
    }
    const found = await Promise.all(site.contributions('search').map(async (source) => {
      const { default: search } = await load(source);
      return search(this.query.q);
    }));
    this.hits = found.flat();
  }

  view() {
    return html`<section class="lia-sheet"><lia-table .rows=${this.hits} .key=${(hit) => hit.address} caption=${this.heading}
      .empty=${this.query.q ? t.searchNone : t.searchEmpty} .columns=${[
        { label: t.searchHit, kind: 'wide', cell: (hit) => html`<a href=${hit.address}>${hit.text}</a>` },
        { label: t.searchFacts, kind: 'wide', cell: (hit) => hit.about },
      ]}></lia-table></section>`;
  }
}
