/** The last step: what the form says, what is still missing, and the submission. */

import { announce, api, go, html, href, newKey, nothing, session } from 'liaison';
import { wordsOf } from './fields.js';
import { place, STEPS } from './steps.js';
import { t } from './texts.js';

function line(page, each) {
  const { step } = place(each.path);
  return html`<li><a href=${page.address(step, each.path)}>${wordsOf(page.draft, each.path)}：${each.message}</a></li>`;
}

function findings(page, precheck) {
  const steps = STEPS.filter((step) => precheck.violations.some((each) => place(each.path).step === step));
  return html`<p class=${precheck.ready ? 'lia-note' : 'lia-problem'} role="status">${precheck.summary}</p>
    ${steps.map((step) => html`<h3>${t[`step.${step.name}`]}</h3><ul>${precheck.violations.filter((each) => place(each.path).step === step)
      .map((each) => line(page, each))}</ul>`)}
    ${precheck.warnings.length === 0 ? nothing : html`<h3>${t.warnings}</h3><p class="lia-hint">${t.warningsWhy}</p>
      <ul>${precheck.warnings.map((each) => line(page, each))}</ul>`}`;
}

async function submit(page) {
  const { draft } = page;
  if (page.busy) {
    return;
  }
  page.set({ busy: true, refused: null });
  // one key until the server has answered: whatever is sent twice is done once
  page.key = page.key || newKey();
  try {
    if (!(await draft.save())) {
      page.set({ busy: false });
      return;
    }
    const answer = await draft.inTurn(() => api.post(`${draft.address}/submission`, {}, { version: draft.application.version, key: page.key }));
    draft.tell({ application: answer });
    announce(t.submitted(answer.no));
    // whoever has gone elsewhere meanwhile is told and stays there
    if (page.isConnected) {
      go(href('registration/applications', page.params.id));
    }
  } catch (refused) {
    page.key = null;
    page.set({ refused });
    await draft.refresh();
  }
  page.set({ busy: false });
}

/** The form with whole identity numbers, each view of which is kept with the reason. */
function whole(page, event) {
  const field = event.currentTarget.parentElement.querySelector('lia-field');
  if (field.value.trim() === '') {
    field.error = t.identityReasonMissing;
    field.focus();
  } else {
    field.error = '';
    page.showForm(field.value.trim());
  }
}

export function check(page) {
  const { draft } = page;
  const { precheck } = draft;
  const returned = draft.application.state === 'RETURNED';
  return html`<section class="lia-sheet"><h2>${t.precheck}</h2>${precheck ? findings(page, precheck) : html`<p class="lia-loading" role="status">${t.checking}</p>`}
      <p><button type="button" class="btn btn-outline-secondary" @click=${() => draft.look()}>${t.checkAgain}</button></p></section>
    <section class="lia-sheet"><h2>${t.wholeForm}</h2><p>${t.wholeFormWhy}</p>${page.viewer.view()}
      <p class="lia-hint">${t.wholeFormMasked}</p>
      <div class="lia-line"><lia-field name="reason" label=${t.wholeFormReason} maxlength="200"></lia-field>
      <button type="button" class="btn btn-outline-secondary" @click=${(event) => whole(page, event)}>${t.wholeFormNumbers}</button>
      <button type="button" class="btn btn-outline-secondary" @click=${() => page.showForm()}>${t.showForm}</button></div></section>
    ${returned ? html`<section class="lia-sheet"><h2>${t.submit}</h2><p><a class="btn btn-primary" href=${href('registration/applications', page.params.id, 'correction')}>
      ${t.toCorrection}</a></p></section>` : html`<section class="lia-sheet"><h2>${t.submit}</h2>
    ${page.refused ? html`<div class="lia-problem" role="alert"><p>${page.refused.message}</p></div>` : nothing}
    <lia-field type="checkbox" label=${session.is('HED') ? t.confirmHead : t.confirmFiler} .value=${Boolean(page.confirmed)}
      @change=${(event) => page.set({ confirmed: event.currentTarget.value })}></lia-field>
    <p class="lia-hint">${t.afterSubmit}</p>
    <p><button type="button" class="btn btn-primary" ?disabled=${page.busy || !page.confirmed || !precheck || !precheck.ready}
      @click=${() => submit(page)}>${page.busy ? t.submitting : t.submit}</button></p></section>`}`;
}
