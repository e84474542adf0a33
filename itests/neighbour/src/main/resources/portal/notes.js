import { api, html, may, newKey, nothing, Page, valuesOf } from 'liaison';
import { t } from './texts.js';

const NOTES = '/api/neighbour/v1/notes';

/** Writes a note on an office. */
export default class NotesPage extends Page {
  saved = null;

  problem = null;

  key = newKey();

  get heading() {
    return t.notes;
  }

  help() {
    return html`<p>${t.notesHelp}</p>`;
  }

  async send(event) {
    event.preventDefault();
    try {
      const saved = await api.post(NOTES, valuesOf(event.currentTarget), { key: this.key });
      this.set({ saved, problem: null, key: newKey() });
    } catch (problem) {
      this.set({ problem, key: newKey() });
    }
  }

  view() {
    return html`<form class="lia-sheet lia-prose" novalidate @submit=${(event) => this.send(event)}>
      ${this.problem ? html`<div class="lia-problem" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      ${this.saved ? html`<div class="lia-note" role="status"><p>${t.saved(this.saved.id)}</p></div>` : nothing}
      <lia-field name="officeId" label=${t.office} required maxlength="36"></lia-field>
      <lia-field name="text" type="textarea" label=${t.text} required maxlength="200"></lia-field>
      ${may('neighbour.note.write') ? html`<button class="btn btn-primary">${t.save}</button>` : nothing}</form>`;
  }
}
