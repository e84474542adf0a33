/** The frame around every page: bands, login, top bar, menu, path, help and footer. */

import { html, nothing } from 'lit';
import { connection } from './api.js';
import { duties } from './duties.js';
import { language, say, speak } from './i18n.js';
import { href } from './page.js';
import { roleOf } from './roles.js';
import { menu } from './routes.js';
import { session } from './session.js';
import { choose, settings } from './settings.js';
import { site } from './site.js';
import { t } from './texts.js';

const MOST_SHOWN = 99;

/** Who needs large print or reads no Chinese must not have to log in first. */
function doorLooks(app) {
  const large = settings.size === 'large';
  return html`<p class="lia-looks">
    <button type="button" class="btn btn-link" aria-pressed=${String(large)} @click=${() => {
      choose({ size: large ? 'normal' : 'large' });
      app.requestUpdate();
    }}>${large ? t.sizeNormal : t.sizeLarge}</button>
    <button type="button" class="btn btn-link" lang=${language() === 'zh' ? 'en' : 'zh-CN'}
      @click=${() => speak(language() === 'zh' ? 'en' : 'zh')}>${language() === 'zh' ? t.english : t.chinese}</button></p>`;
}

function content(app) {
  if (app.waiting) {
    return html`<p class="lia-loading" role="status">${t.replaced}</p>`;
  }
  return app.page ? html`${app.page}` : html`<lia-empty .text=${t.notThere}></lia-empty>`;
}

function counted(address, text, count, inWords) {
  return html`<a class="lia-bell" href=${address} aria-label=${inWords(count)}>${text}
    ${count > 0 ? html`<span class="lia-count" aria-hidden="true">${count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>` : nothing}</a>`;
}

function top(app) {
  const { me } = session;
  return html`<div class="lia-top">
    <button type="button" class="lia-fold" aria-expanded=${String(app.menuOpen)} aria-controls="lia-side"
      @click=${() => app.set({ menuOpen: !app.menuOpen })}>${t.menu}</button>
    <a class="lia-name" href=${href()}>${t.platform}</a>
    <form role="search" class="lia-search" @submit=${(event) => app.search(event)}>
      <label class="visually-hidden" for="lia-search">${t.searchOf}</label>
      <input id="lia-search" class="form-control" type="search" placeholder=${t.searchHint} autocomplete="off" maxlength="100">
      <button class="btn btn-outline-secondary">${t.searchOf}</button></form>
    ${counted(href(), t.duties, duties.items.length, t.dutiesWaiting)}
    ${counted(href('notices'), t.notices, app.unread, t.noticesUnread)}
    ${me.bindings.length > 1 ? html`<label class="lia-acting"><span class="visually-hidden">${t.actingAs}</span>
      <select class="form-select" @change=${(event) => app.act(event.target.value)}>${me.bindings.map((binding) => html`
        <option value=${binding.acting} ?selected=${me.acting && binding.acting === me.acting.acting}>${roleOf(binding)}</option>`)}
      </select></label>` : html`<span class="lia-acting">${me.acting ? roleOf(me.acting) : nothing}</span>`}
    <a class="lia-me" href=${href('account')}>${me.name}</a>
    <button type="button" class="btn btn-link lia-out" @click=${() => app.logout()}>${t.logout}</button></div>`;
}

function side() {
  const here = window.location.pathname;
  const at = (address) => (here === address || (address !== href() && here.startsWith(`${address}/`)) ? 'page' : nothing);
  return html`<nav class="lia-side" id="lia-side" aria-label=${t.menu}>
    <ul><li><a href=${href()} aria-current=${here === href() ? 'page' : nothing}>${t.home}</a></li></ul>
    ${menu().map((group) => html`<p class="lia-group">${say(group.title)}</p><ul>${group.items.map((item) => html`<li>
      <a href=${href(item.path)} aria-current=${at(href(item.path))}>${say(item.text)}</a></li>`)}</ul>`)}
    <p class="lia-group">${t.own}</p><ul>
      <li><a href=${href('notices')} aria-current=${at(href('notices'))}>${t.notices}</a></li>
      <li><a href=${href('account')} aria-current=${at(href('account'))}>${t.account}</a></li>
      <li><a href=${href('help')} aria-current=${at(href('help'))}>${t.help}</a></li></ul></nav>`;
}

function path(app) {
  const trail = app.page ? app.page.trail : [];
  const home = window.location.pathname === href();
  return html`<div class="lia-path"><nav aria-label=${t.position}><ol>
    ${home ? nothing : html`<li><a href=${href()}>${t.home}</a></li>`}
    ${trail.map((step) => html`<li><a href=${step.address}>${step.text}</a></li>`)}
    ${home || !app.heading ? nothing : html`<li aria-current="page">${app.heading}</li>`}</ol></nav>
    <button type="button" class="btn btn-link" aria-expanded=${String(app.helpOpen)}
      @click=${() => app.set({ helpOpen: !app.helpOpen })}>${t.helpHere}</button></div>`;
}

function helpPanel(app) {
  const own = app.page ? app.page.help() : nothing;
  return html`<aside class="lia-help" aria-label=${t.helpHere}><h2>${t.helpHere}</h2>${own === nothing ? html`<p>${t.helpMenu}</p>` : own}
    <p><a href=${href('help')}>${t.help}</a></p>
    <button type="button" class="btn btn-outline-secondary" @click=${() => app.set({ helpOpen: false })}>${t.close}</button></aside>`;
}

function foot(app) {
  return html`<footer class="lia-foot"><span>${t.version(site.version)}</span>
    <span>${t.serverTime} <time class="lia-clock" .textContent=${app.now()}></time></span>
    ${site.renewed ? html`<span role="status">${t.renewed}<a href=${window.location.href} target="_self">${t.reload}</a></span>` : nothing}
    <a href=${href('help')}>${t.help}</a><span>${t.loginNote}</span></footer>`;
}

function again(app) {
  return html`<dialog class="lia-dialog" aria-label=${t.loginAgain} @cancel=${(event) => event.preventDefault()}>
    <h2>${t.loginAgain}</h2><p>${t.loginAgainWhy}</p>
    <lia-login .account=${app.relogin.account} @in=${() => app.signedIn()}></lia-login>
    <p><button type="button" class="btn btn-link" @click=${() => window.location.reload()}>${t.otherAccount}</button></p>
    </dialog>`;
}

/** Everything around the page, and the page. @param app the shell, whose state it shows */
export function frame(app) {
  const bands = html`${site.demo ? html`<p class="lia-band">${t.demo}</p>` : nothing}
    ${connection.away ? html`<p class="lia-away" role="status">${t.away}</p>` : nothing}`;
  if (app.phase === 'starting') {
    return html`<header>${bands}</header><main class="lia-starting"><p role="status">${t.starting}</p></main>`;
  }
  if (app.phase === 'login') {
    return html`<header>${bands}</header><main class="lia-door"><h1>${t.platform}</h1><section class="lia-sheet" aria-label=${t.login}>
      <lia-login @in=${() => app.signedIn()}></lia-login></section><p class="lia-hint">${t.loginNote}</p>
      <p class="lia-hint">${t.version(site.version)}</p>${doorLooks(app)}</main>`;
  }
  return html`<a class="lia-skip" href="#main" @click=${(event) => { event.preventDefault(); app.querySelector('main').focus(); }}>
    ${t.skip}</a><header>${bands}${top(app)}</header>
    <div class="lia-body ${app.menuOpen ? 'open' : ''}">${side()}
      <div class="lia-column">${path(app)}
        <main id="main" tabindex="-1" aria-busy=${String(app.opening)}>${app.heading ? html`<h1>${app.heading}</h1>` : nothing}
          ${content(app)}</main>${foot(app)}</div>
      ${app.helpOpen ? helpPanel(app) : nothing}</div>
    <p class="lia-late" role="status">${app.late && !app.waiting ? t.starting : nothing}</p>
    <p class="lia-said" role="status">${app.said || nothing}</p>
    ${app.relogin ? again(app) : nothing}`;
}
