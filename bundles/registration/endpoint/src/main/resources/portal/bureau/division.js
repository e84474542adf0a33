import { api, html, nothing, Problem } from 'liaison';
import { t } from './texts.js';

const PAUSE = 300;
const SHORTEST = 2;

/** What is asked of divisions for one field of a page: typed by name or code, offered by the register, kept as the code. */
export class Division {
  found = null;

  name = '';

  turn = 0;

  /** @param page that shows the field, told whenever something was found */
  constructor(page) {
    this.page = page;
  }

  /** What was typed; asked for when the typing pauses, so that no letter asks by itself. */
  type(text) {
    clearTimeout(this.waiting);
    this.turn += 1;
    this.name = '';
    const { turn } = this;
    const word = text.trim();
    if (word.length < SHORTEST) {
      this.found = null;
      return;
    }
    this.waiting = setTimeout(() => this.ask(word, turn), PAUSE);
  }

  async ask(word, turn) {
    try {
      const { items } = await api.get('/api/registration/v1/codes/divisions', { q: word });
      if (turn === this.turn) {
        const same = items.find((each) => each.code === word);
        this.name = same ? same.label : '';
        this.found = same ? null : items;
      }
    } catch (refused) {
      // a code can be typed without help
      if (!(refused instanceof Problem)) {
        throw refused;
      }
      this.found = null;
    }
    this.page.requestUpdate();
  }

  pick(division) {
    clearTimeout(this.waiting);
    this.turn += 1;
    this.name = division.label;
    this.found = null;
  }

  /** The offers below the field. @param picked told which one was taken */
  offers(picked) {
    return html`<div role="status">${this.found ? html`<p class="lia-hint">${this.found.length === 0 ? t.divisionNone : t.divisionFound(this.found.length)}</p>` : nothing}</div>
      ${this.found && this.found.length > 0 ? html`<ul class="lia-choices lia-offers" aria-label=${t.division}>${this.found.map((each) => html`<li><button type="button"
        class="btn btn-link" @click=${() => { this.pick(each); picked(each.code); }}>${each.label} ${each.code}</button></li>`)}</ul>` : nothing}`;
  }
}
