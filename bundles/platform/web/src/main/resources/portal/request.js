import { api, day, html, href, may, nothing, Page, session, time, valuesOf } from 'liaison';
import { BASE, learn, mark, refusal, roleOf, run, secret, wrong } from './look.js';
import { t } from './texts.js';

/** One request: what is asked for, who decided, and what is next. */
export default class RequestPage extends Page {
  request = null;

  password = null;

  busy = false;

  refused = null;

  get heading() {
    return this.request ? t.requestOf(this.request.name, t[this.request.role]) : t.requests;
  }

  get trail() {
    return [{ text: t.requests, address: href('platform/account-requests') }];
  }

  get address() {
    return `${BASE}/account-requests/${this.params.id}`;
  }

  async load() {
    this.request = await api.get(this.address);
    learn(this, [this.request.scope]);
  }

  decide(event) {
    event.preventDefault();
    const { text } = valuesOf(event.currentTarget);
    const step = event.submitter.value;
    return run(this, async () => {
      const request = await api.post(`${this.address}/${step}`, { text }, { version: this.request.version });
      this.set({ request });
    }, t.done);
  }

  carryOut() {
    return run(this, async () => {
      const done = await api.post(`${this.address}/execution`, undefined, { version: this.request.version });
      this.set({ request: done.request, password: done.oneTimePassword });
    }, t.done);
  }

  view() {
    const { request } = this;
    return html`${refusal(this, 'text')}${secret(t.passwordOnce, this.password)}
      <div class="lia-case"><section class="lia-sheet"><h2>${t.requested}</h2><lia-facts .facts=${[
        [t.state, mark(request.state)], [t.account, request.account], [t.name, request.name],
        [t.role, roleOf(request.role, request.scope)], [t.until, request.until ? day(request.until) : t.open], [t.approver, t[request.approver]],
        [t.reason, request.reason, 'wide'],
      ]}></lia-facts></section><div>${this.next()}
      <section class="lia-sheet"><h2>${t.history}</h2><lia-timeline .items=${[
        request.doneAt && { at: request.doneAt, who: request.doneBy, what: t.DONE },
        request.decidedAt && { at: request.decidedAt, who: request.decidedBy, what: request.state === 'REJECTED' ? t.REJECTED : t.approved,
          words: request.opinion },
        { at: request.requestedAt, who: request.requestedBy, what: t.asked },
      ].filter(Boolean)}></lia-timeline></section></div></div>`;
  }

  next() {
    const { request } = this;
    const decides = request.state === 'REQUESTED' && session.is(request.approver) && may('platform.account-request.approve');
    const own = request.requestedBy === session.me.account && ['REQUESTED', 'APPROVED'].includes(request.state);
    if (request.state === 'APPROVED' && may('platform.account-request.carry-out')) {
      return html`<section class="lia-sheet"><h2>${t.act}</h2><p>${t.carryOutHint}</p>
        <button type="button" class="btn btn-primary" ?disabled=${this.busy} @click=${() => this.carryOut()}>${t.carryOut}</button></section>`;
    }
    return decides || own ? html`<section class="lia-sheet"><h2>${t.act}</h2><form novalidate @submit=${(event) => this.decide(event)}>
      ${decides ? html`<lia-field name="text" type="textarea" label=${t.opinion} hint=${t.opinionHint} maxlength="500" .error=${wrong(this, 'text')}></lia-field>`
        : nothing}<p class="lia-bar">
      ${decides ? html`<button class="btn btn-primary" value="approval" ?disabled=${this.busy}>${t.approve}</button>
        <button class="btn btn-outline-secondary" value="rejection" ?disabled=${this.busy}>${t.reject}</button>` : nothing}
      ${own ? html`<button class="btn btn-outline-secondary" value="withdrawal" ?disabled=${this.busy}>${t.withdraw}</button>` : nothing}</p></form></section>`
      : nothing;
  }
}
