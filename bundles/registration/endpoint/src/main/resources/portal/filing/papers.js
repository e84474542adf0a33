/** Documents of a case that its office may have, and those of its certificates. */

import { day, html, nothing } from 'liaison';
import { t } from './texts.js';

const reached = (application, event) => (application.opinions || []).some((each) => each.event === event);

/** [{id, text, address}] @param base address of the registration's interface */
function papersOf(application, base) {
  const of = `${base}/applications/${application.id}/documents`;
  const notices = (application.review && application.review.notices) || [];
  return [
    { id: 'form', text: t.paperForm, address: `${of}/form` },
    ...(['DRAFT', 'RETURNED'].includes(application.state) ? [{ id: 'letter', text: t.paperLetter, address: `${of}/letter` },
      { id: 'commitment', text: t.paperCommitment, address: `${of}/commitment` }] : []),
    ...notices.map((notice, i) => ({ id: `correction-${i}`, text: t.paperCorrection(i + 1, notices.length), address: `${of}/correction?round=${i + 1}` })),
    ...(reached(application, 'ACCEPT') ? [{ id: 'acceptance', text: t.paperAcceptance, address: `${of}/acceptance` }] : []),
    ...(application.state === 'NOT_ACCEPTED' ? [{ id: 'refusal', text: t.paperRefusal, address: `${of}/refusal` }] : []),
    ...(application.state === 'DENIED' ? [{ id: 'denial', text: t.paperDenial, address: `${of}/denial` }] : []),
  ];
}

/** Papers of a certificate, none before it is printed. */
export function certificatePapers(certificate, base) {
  const of = `${base}/certificates/${certificate.id}/documents`;
  return certificate.state === 'TO_PRINT' ? [] : ['original', 'duplicate', ...(certificate.state === 'VALID' ? ['receipt'] : [])]
    .map((kind) => ({ id: certificate.id + kind, text: t[`certificate.${kind}`], address: `${of}/${kind}` }));
}

export const listed = (papers, viewer) => html`<ul class="lia-files">${papers.map((paper) => html`<li><button type="button" class="btn btn-link"
  aria-pressed=${String(Boolean(viewer.shown && viewer.shown.id === paper.id))} @click=${() => viewer.open(paper.id, paper.text, paper.address)}>${paper.text}</button></li>`)}</ul>`;

export function papers(application, certificates, base, viewer) {
  return html`<section class="lia-sheet"><h2>${t.papers}</h2>${listed(papersOf(application, base), viewer)}
      ${(certificates || []).map((certificate) => html`<h3>${t.certificateOf(certificate.number)}</h3>
        <lia-facts class="mb-2" .facts=${[[t.certificateState, certificate.stateLabel], [t.issueDate, day(certificate.issueDate)]]}></lia-facts>
        ${certificate.state === 'TO_PRINT' ? html`<p class="lia-hint">${t.certificateLater}</p>` : listed(certificatePapers(certificate, base), viewer)}`)}</section>
    ${viewer.shown || viewer.problem ? viewer.view() : nothing}`;
}
