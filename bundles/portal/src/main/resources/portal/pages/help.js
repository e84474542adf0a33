import { html } from 'lit';
import { Page } from '../page.js';
import { t } from '../texts.js';

/** What holds for every page. */
export default class Help extends Page {
  get heading() {
    return t.helpTitle;
  }

  view() {
    return html`<section class="lia-sheet lia-prose"><h2>${t.helpUse}</h2>
      <ul><li>${t.helpMenu}</li><li>${t.helpDuty}</li><li>${t.helpSession}</li><li>${t.helpLooks}</li><li>${t.helpAdmin}</li></ul></section>
      <section class="lia-sheet lia-prose"><h2>${t.helpKeys}</h2><lia-facts .facts=${[
        [html`<kbd>/</kbd>`, t.helpKeySearch], [html`<kbd>j</kbd> <kbd>k</kbd>`, t.helpKeyMove], [html`<kbd>Enter</kbd>`, t.helpKeyOpen],
        [html`<kbd>?</kbd>`, t.helpKeyHelp]]}></lia-facts></section>`;
  }
}
