import { api, html, href, nothing } from 'liaison';
import { facts } from './application.js';
import OfficePage from './office.js';
import { t } from './texts.js';

const BASE = '/api/registration/v1';
const MOST = 20;

/** One's own office (本机构信息): what the register says of it, and what was filed when it was registered. */
export default class OwnOffice extends OfficePage {
  filed = null;

  get heading() {
    return this.office ? this.office.name : t.ownOffice;
  }

  get trail() {
    return [{ text: t.ownOffice, address: href('registration/offices') }];
  }

  help() {
    return html`<p>${t.ownOfficeHelp}</p>`;
  }

  async load() {
    const [offices, approved] = await Promise.all([
      api.get(`${BASE}/offices`, { limit: MOST }), api.get(`${BASE}/applications`, { state: 'APPROVED', limit: 1 }),
    ]);
    this.params = { id: offices.items[0] && offices.items[0].id };
    this.filed = approved.items[0] ? await api.get(`${BASE}/applications/${approved.items[0].id}`) : null;
    await super.load();
  }

  view() {
    return html`${super.view()}${this.filed ? facts(this.filed.form) : nothing}`;
  }
}
