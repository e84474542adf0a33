import { announce, api, html, List, nothing, session } from 'liaison';
import { nameOf } from './people.js';
import { t } from './texts.js';

/**
 * A list whose rows are taken and given back. A list of this kind has choices (filter to values), mayTake(row) and, where its acts
 * want a body, said.
 */
export class Claims extends List {
  names = new Map();

  refusal = '';

  async pass(row, path, said) {
    if (this.busy) {
      return;
    }
    this.set({ busy: true, refusal: '' });
    try {
      const changed = await api.post(`${this.source()}/${row.id}/${path}`, this.said, { version: row.version });
      this.items = this.items.map((each) => (each.id === row.id ? { ...each, claimedBy: changed.claimedBy, version: changed.version } : each));
      announce(said);
    } catch (problem) {
      await this.load().catch(() => {});
      this.refusal = t.rowRefused(row.officeName, problem.code === 'STALE' ? t.rowChanged : problem.message);
    }
    this.set({ busy: false });
  }

  choose(name, label) {
    return html`<lia-field type="select" label=${label} .value=${this.query[name] || ''} .options=${[{ value: '', label: t.any },
      ...this.choices[name].map((value) => ({ value, label: t[`filter${value}`] }))]}
      @change=${(event) => this.filter({ [name]: event.currentTarget.value })}></lia-field>`;
  }

  holder(row) {
    return row.claimedBy === session.me.account ? t.me : nameOf(this.names, row.claimedBy);
  }

  /** What is done with a row of the caller's queue. */
  acts(row) {
    if (!this.mayTake(row)) {
      return nothing;
    }
    if (!row.claimedBy) {
      return html`<button type="button" class="btn btn-link" data-claim ?disabled=${this.busy} aria-label=${t.claimOf(row.officeName)}
        @click=${() => this.pass(row, 'claim', t.didCLAIM)}>${t.claim}</button>`;
    }
    return row.claimedBy === session.me.account ? html`<button type="button" class="btn btn-link" ?disabled=${this.busy}
      aria-label=${t.releaseOf(row.officeName)} @click=${() => this.pass(row, 'release', t.didRELEASE)}>${t.release}</button>` : nothing;
  }

  refused() {
    return this.refusal ? html`<div class="lia-problem" role="alert"><p>${this.refusal}</p></div>` : nothing;
  }
}
