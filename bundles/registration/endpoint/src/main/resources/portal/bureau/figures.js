import { api, href, html, Page, query } from 'liaison';
import { t } from './texts.js';

const COUNTS = '/api/registration/v1/applications/counts';
const CITIES = ['370100', '370200'];
const STEPS = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'REVIEWING', 'ONSITE', 'PENDING_APPROVAL', 'APPROVED', 'DENIED', 'NOT_ACCEPTED', 'WITHDRAWN', 'LAPSED'];
/** Each light counts itself and what is worse. */
const LIGHTS = ['YELLOW', 'RED', 'OVERDUE'];

const sum = (figures) => figures.reduce((all, each) => all + each, 0);

/** How the Bureau's work stands (统计): by step and by clock, for each city, every number with the list behind it. */
export default class Figures extends Page {
  steps = [];

  clocks = [];

  get heading() {
    return t.figures;
  }

  help() {
    return html`<p>${t.figuresHelp}</p>`;
  }

  async load() {
    const [all, ...lit] = await Promise.all([undefined, ...LIGHTS].map((light) => Promise.all(CITIES.map((hostCity) => api.get(COUNTS, { hostCity, light })))));
    const figure = (answer, states) => sum(answer.items.filter((each) => states.includes(each.state)).map((each) => each.count));
    this.steps = STEPS.map((state) => ({ id: state, label: t[`state${state}`], figures: all.map((answer) => figure(answer, [state])), filter: { state } }));
    this.clocks = LIGHTS.map((light, i) => ({ id: light, label: t[`filter${light}`], figures: lit[i].map((answer) => figure(answer, STEPS)),
      filter: { state: 'ALL', light } }));
  }

  view() {
    return html`${this.chart(t.byStep, t.step, this.steps, sum(this.steps.flatMap((row) => row.figures)))}
      ${this.chart(t.byClock, t.clock, this.clocks, Math.max(...this.clocks.map((row) => sum(row.figures))))}`;
  }

  chart(question, of, rows, all) {
    const list = (row, hostCity, figure) => html`<a href=${href('registration/applications') + query({ ...row.filter, hostCity })}>${figure}</a>`;
    return html`<section class="lia-sheet"><h2>${question}</h2><lia-table .rows=${rows} caption=${question} .columns=${[
      { label: of, kind: 'narrow', cell: (row) => row.label },
      ...CITIES.map((city, i) => ({ label: t[`filter${city}`], kind: 'number', cell: (row) => list(row, city, row.figures[i]) })),
      { label: t.total, kind: 'number', cell: (row) => list(row, undefined, sum(row.figures)) },
      { label: t.share, kind: 'wide', cell: (row) => html`<progress max=${Math.max(1, all)} .value=${sum(row.figures)}
        aria-label=${t.shareOf(row.label, sum(row.figures), all)}></progress>` },
    ]}></lia-table></section>`;
  }
}
