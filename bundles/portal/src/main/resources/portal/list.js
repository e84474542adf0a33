/** A list that is read page by page and whose filters stand in the address, so that it can be kept and come back to. */

import { api, query } from './api.js';
import { go, href, Page } from './page.js';

export class List extends Page {
  items = [];

  next = null;

  busy = false;

  /** REST address of the list. */
  source() {
    return '';
  }

  /** Portal path of the page. */
  path() {
    return '';
  }

  /** The filters as the interface takes them; by default as they stand in the address. */
  filters() {
    return this.query;
  }

  async load() {
    const page = await api.get(this.source(), { ...this.filters(), limit: 50 });
    this.items = page.items;
    this.next = page.next;
  }

  async more() {
    this.set({ busy: true });
    try {
      const page = await api.get(this.source(), { ...this.filters(), limit: 50, after: this.next });
      this.set({ items: [...this.items, ...page.items], next: page.next });
    } catch (refused) {
      this.set({ phase: 'failed', problem: refused });
    }
    this.set({ busy: false });
  }

  /** Shows the list under other filters. */
  filter(values) {
    go(href(this.path()) + query({ ...this.query, ...values }));
  }
}
