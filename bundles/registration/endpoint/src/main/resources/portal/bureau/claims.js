import { announce, api, html, List, nothing, Problem, session } from 'liaison';
import { nameOf } from './people.js';
import { t } from './texts.js';

const PATHS = { CLAIM: 'claim', RELEASE: 'release' };

/**
 * A list whose rows are taken and given back, one by one or several that were picked. A list of this kind has choices (filter to
 * values), mayTake(row) and, where its acts want a body, said.
 */
export class Claims extends List {
  names = new Map();

  /** Ids of the rows that are picked. */
  picked = new Set();

  /** What the last act on rows came to: {said, refused: [{name, why}]}; null = nothing to tell. */
  outcome = null;

  /** The row that was worked on last, to come back to. */
  at = null;

  constructor() {
    super();
    this.addEventListener('focusin', (event) => this.remember(event));
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.phase === 'ready') {
      this.comeBack();
    }
  }

  remember(event) {
    const link = event.target.closest('tbody tr') && event.target.closest('tr').querySelector('a');
    this.at = link ? link.getAttribute('href') : this.at;
  }

  /** One comes back to the list: the rows as they are now, the focus where it was. */
  async comeBack() {
    const rest = this.items;
    await this.load().catch(() => { this.items = rest; });
    const read = new Set(this.items.map((row) => row.id));
    if (rest.length > read.size) {
      this.items = [...this.items, ...rest.filter((row) => !read.has(row.id))];
    }
    this.set({ outcome: null });
    await this.updateComplete;
    const link = Array.from(this.querySelectorAll('tbody a')).find((each) => each.getAttribute('href') === this.at);
    if (link && !this.contains(document.activeElement) && document.activeElement.contains(this)) {
      link.focus({ preventScroll: true });
    }
  }

  /** c claims the row that has the focus, x picks it. */
  press(event) {
    const row = event.target.closest && event.target.closest('tbody tr');
    const typing = event.target.closest && event.target.closest('input:not([type=checkbox]), select, textarea');
    if (!row || typing || event.ctrlKey || event.altKey || event.metaKey || !this.contains(row)) {
      return;
    }
    const control = { c: 'button[data-claim]', x: 'input[data-pick]' }[event.key];
    const found = control && row.querySelector(control);
    if (found) {
      event.preventDefault();
      found.click();
    }
  }

  /** What may be done with a row of the caller's queue: CLAIM, RELEASE, or nothing. */
  actOf(row) {
    if (!this.mayTake(row) || (row.claimedBy && row.claimedBy !== session.me.account)) {
      return null;
    }
    return row.claimedBy ? 'RELEASE' : 'CLAIM';
  }

  get chosen() {
    return this.items.filter((row) => this.picked.has(row.id) && this.actOf(row));
  }

  pick(row, on) {
    const picked = new Set(this.picked);
    if (on) {
      picked.add(row.id);
    } else {
      picked.delete(row.id);
    }
    this.set({ picked });
  }

  /** Each row is an act of its own: what was refused stays picked and is said, each with its reason. */
  async pass(act, rows) {
    if (this.busy) {
      return;
    }
    this.set({ busy: true, outcome: null });
    const refused = [];
    for (const row of rows) {
      try {
        const changed = await api.post(`${this.source()}/${row.id}/${PATHS[act]}`, this.said, { version: row.version });
        this.renew(row, changed);
        this.pick(row, false);
      } catch (problem) {
        if (!(problem instanceof Problem)) {
          throw problem;
        }
        refused.push({ name: row.officeName, why: problem.code === 'STALE' ? t.rowChanged : problem.message });
        await api.get(`${this.source()}/${row.id}`).then((now) => this.renew(row, now), () => {});
      }
    }
    const outcome = { said: t.rowsDone(t[`did${act}`], rows.length - refused.length, refused.length), refused };
    const plain = rows.length === 1 && refused.length === 0;
    this.set({ busy: false, outcome: plain ? null : outcome });
    if (plain) {
      announce(t[`did${act}`]);
    }
  }

  renew(row, now) {
    this.items = this.items.map((each) => (each.id === row.id ? { ...each, claimedBy: now.claimedBy, version: now.version, state: now.state } : each));
  }

  /** What a filter says; one colour alone, as the figures count it, says so. */
  word(name, value) {
    return name === 'light' && this.query.lightTo === value ? t[`only${value}`] : t[`filter${value}`];
  }

  /** Another light is that one or a worse one. */
  narrowed(name, value) {
    return name === 'light' ? { light: value, lightTo: '' } : { [name]: value };
  }

  choose(name, label) {
    return html`<lia-field type="select" label=${label} .value=${this.query[name] || ''} .options=${[{ value: '', label: t.any },
      ...this.choices[name].map((value) => ({ value, label: this.word(name, value) }))]}
      @change=${(event) => this.filter(this.narrowed(name, event.currentTarget.value))}></lia-field>`;
  }

  holder(row) {
    if (!row.claimedBy) {
      return html`<span class="lia-none">${t.nobody}</span>`;
    }
    return row.claimedBy === session.me.account ? t.me : nameOf(this.names, row.claimedBy);
  }

  /** The column by which rows are picked; none where the caller takes nothing. */
  picks() {
    return this.items.some((row) => this.mayTake(row)) ? [{ label: t.pick, kind: 'narrow', cell: (row) => (this.actOf(row)
      ? html`<input type="checkbox" class="form-check-input" data-pick aria-label=${t.pickOf(row.officeName)} .checked=${this.picked.has(row.id)}
        @change=${(event) => this.pick(row, event.currentTarget.checked)}>` : nothing) }] : [];
  }

  /** What is done with a row of the caller's queue. */
  acts(row) {
    const act = this.actOf(row);
    return act ? html`<button type="button" class="btn btn-link" ?data-claim=${act === 'CLAIM'} ?disabled=${this.busy}
      aria-label=${act === 'CLAIM' ? t.claimOf(row.officeName) : t.releaseOf(row.officeName)}
      @click=${() => this.pass(act, [row])}>${act === 'CLAIM' ? t.claim : t.release}</button>` : nothing;
  }

  /** The bar of what can be done with the picked rows, and what came of it. */
  batch() {
    const { chosen, outcome } = this;
    const button = (act, words, look) => {
      const rows = chosen.filter((row) => this.actOf(row) === act);
      return rows.length === 0 ? nothing : html`<button type="button" class="btn ${look}" ?disabled=${this.busy}
        @click=${() => this.pass(act, rows)}>${words(rows.length)}</button>`;
    };
    return html`${chosen.length === 0 ? nothing : html`<div class="lia-bar lia-note" role="group" aria-label=${t.batch}><span>${t.pickedCount(chosen.length)}</span>
        ${button('CLAIM', t.claimCount, 'btn-primary')}${button('RELEASE', t.releaseCount, 'btn-outline-secondary')}
        <button type="button" class="btn btn-outline-secondary" @click=${() => this.set({ picked: new Set(this.items.map((row) => row.id)) })}>${t.pickAll}</button>
        <button type="button" class="btn btn-outline-secondary" @click=${() => this.set({ picked: new Set() })}>${t.pickNone}</button></div>`}
      ${outcome ? html`<div class=${outcome.refused.length === 0 ? 'lia-note' : 'lia-problem'} role=${outcome.refused.length === 0 ? 'status' : 'alert'}>
        <p>${outcome.said}</p>${outcome.refused.length === 0 ? nothing : html`<ul>${outcome.refused.map((each) => html`
          <li>${t.rowRefused(each.name, each.why)}</li>`)}</ul>`}</div>` : nothing}`;
  }
}
