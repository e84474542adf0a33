import { api, html, nothing, number, Page, session, site, time } from 'liaison';
import { BASE, refusal, run } from './look.js';
import { t } from './texts.js';

/** Proves the audit trail (审计验证): every record is there, unchanged and in its order. */
export default class AuditProof extends Page {
  proof = null;

  /** By whom and when it was made, for the paper that is printed. */
  made = null;

  busy = false;

  refused = null;

  get heading() {
    return t.proof;
  }

  help() {
    return html`<p>${t.proofHelp}</p>`;
  }

  prove() {
    return run(this, async () => {
      this.set({ proof: null });
      const began = site.now();
      const proof = await api.get(`${BASE}/audit/proof`);
      const { account, name } = session.me;
      this.set({ proof, made: { by: `${name} ${account}`, at: time(new Date(began).toISOString()), seconds: Math.ceil((site.now() - began) / 1000) } });
    });
  }

  view() {
    const { proof } = this;
    return html`<section class="lia-sheet"><p>${t.proofHelp}</p>${refusal(this)}
      <button type="button" class="btn btn-primary" ?disabled=${this.busy} @click=${() => this.prove()}>${t.prove}</button></section>
      ${this.busy ? html`<p class="lia-loading" role="status">${t.proving}</p>` : nothing}
      ${proof ? html`<section class="lia-sheet" role="status"><h2>${t.result}</h2><p><lia-state .kind=${proof.faults.length === 0 ? 'done' : 'refused'}
        .text=${proof.faults.length === 0 ? t.whole : t.faults(proof.faults.length)}></lia-state></p>
        <lia-facts .facts=${[[t.records, number(proof.records)], [t.unsealed, number(proof.unsealed.length)],
          [t.provenAt, this.made.at], [t.provenBy, this.made.by], [t.took, t.seconds(this.made.seconds)]]}></lia-facts>
        ${proof.faults.length === 0 ? nothing : html`<lia-table .rows=${proof.faults} .key=${(fault) => fault.kind + fault.row} caption=${t.faultList}
          .columns=${[
            { label: t.kind, kind: 'narrow', cell: (fault) => t[fault.kind] || fault.kind },
            { label: t.row, kind: 'number', cell: (fault) => fault.row },
            { label: t.finding, kind: 'wide', cell: (fault) => fault.text },
          ]}></lia-table>`}<p class="lia-bar"><button type="button" class="btn btn-outline-secondary" @click=${() => window.print()}>${t.printProof}</button></p></section>` : nothing}`;
  }
}
