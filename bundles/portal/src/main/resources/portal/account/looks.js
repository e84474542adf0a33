import { html } from 'lit';
import { language, speak } from '../i18n.js';
import { Element } from '../page.js';
import { choose, settings } from '../settings.js';
import { t } from '../texts.js';

/** Language, colours, size: kept in this browser. */
export class Looks extends Element {
  take(values) {
    choose(values);
    this.requestUpdate();
  }

  render() {
    return html`<h2>${t.looks}</h2><p class="lia-hint">${t.looksNote}</p><div class="lia-fields">
      <lia-field type="radio" label=${t.language} .value=${language()} @change=${(event) => speak(event.currentTarget.value)}
        .options=${[{ value: 'zh', label: t.chinese }, { value: 'en', label: t.english }]}></lia-field>
      <lia-field type="radio" label=${t.theme} .value=${settings.theme} @change=${(event) => this.take({ theme: event.currentTarget.value })}
        .options=${[{ value: 'auto', label: t.themeAuto }, { value: 'light', label: t.themeLight }, { value: 'dark', label: t.themeDark }]}></lia-field>
      <lia-field type="radio" label=${t.size} .value=${settings.size} @change=${(event) => this.take({ size: event.currentTarget.value })}
        .options=${[{ value: 'normal', label: t.sizeNormal }, { value: 'large', label: t.sizeLarge }]}></lia-field>
      <lia-field type="radio" label=${t.rows} .value=${settings.rows} @change=${(event) => this.take({ rows: event.currentTarget.value })}
        .options=${[{ value: 'comfortable', label: t.rowsComfortable }, { value: 'dense', label: t.rowsDense }]}></lia-field></div>`;
  }
}

customElements.define('lia-account-looks', Looks);
