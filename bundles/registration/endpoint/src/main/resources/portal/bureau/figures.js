import 'liaison/chart';
import { api, dayInWords, href, html, Page, query } from 'liaison';
import { t } from './texts.js';

const CITIES = ['370100', '370200'];
const CITY_COLOURS = ['blue', 'grey'];
const STEPS = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'REVIEWING', 'ONSITE', 'PENDING_APPROVAL', 'APPROVED', 'DENIED', 'NOT_ACCEPTED', 'WITHDRAWN', 'LAPSED'];
const CLOCKS = ['INTAKE', 'DECISION', 'HANDOVER'];
const LIGHTS = ['GREEN', 'YELLOW', 'RED', 'OVERDUE'];
const LIGHT_COLOURS = ['green', 'amber', 'pale', 'red'];
const STATUSES = ['REGISTERED', 'UNREGISTERED'];

/** How the register and the Bureau's work stand (统计): each chart answers one question, every number leads to its list. */
export default class Figures extends Page {
  figures = null;

  get heading() {
    return t.figures;
  }

  help() {
    return html`<p>${t.figuresHelp}</p>`;
  }

  async load() {
    this.figures = await api.get('/api/registration/v1/figures');
  }

  /** A row of a chart. @param list address of the list, filter what narrows it to a cell; figures the groups that count */
  row(label, list, filter, figures, cells) {
    const cell = (more, counted) => ({ figure: counted.reduce((all, each) => all + each.count, 0), address: list && href(list) + query({ ...filter, ...more }) });
    return { label, cells: cells.map(({ more, of }) => cell(more, figures.filter(of))), all: cell({}, figures) };
  }

  get cities() {
    return CITIES.map((hostCity) => ({ more: { hostCity }, of: (each) => each.hostCity === hostCity }));
  }

  byCity() {
    const { offices } = this.figures;
    return CITIES.map((hostCity) => this.row(t[`filter${hostCity}`], 'registration/offices', { hostCity }, offices.filter((each) => each.hostCity === hostCity),
      STATUSES.map((status) => ({ more: { status }, of: (each) => each.status === status }))));
  }

  /** Registered offices by a code of theirs, in the order of the codes; what has none stands last and has no list. */
  byCode(name, none) {
    const registered = this.figures.offices.filter((each) => each.status === 'REGISTERED');
    const codes = Array.from(new Set(registered.map((each) => each[name] || ''))).sort((a, b) => (a === '') - (b === '') || a.localeCompare(b));
    return codes.map((code) => {
      const figures = registered.filter((each) => (each[name] || '') === code);
      return this.row(code ? figures[0][`${name}Label`] : none, code && 'registration/offices', { status: 'REGISTERED', [name]: code }, figures, this.cities);
    });
  }

  bySteps() {
    return STEPS.map((state) => this.row(t[`state${state}`], 'registration/applications', { state },
      this.figures.filings.filter((each) => each.state === state), this.cities));
  }

  byClock() {
    return CLOCKS.map((clock) => this.row(t[`filter${clock}`], 'registration/applications', { state: 'ALL', clock },
      this.figures.clocks.filter((each) => each.kind === clock), LIGHTS.map((light) => ({ more: { light, lightTo: light }, of: (each) => each.colour === light }))));
  }

  view() {
    const cities = CITIES.map((city, i) => ({ label: t[`filter${city}`], colour: CITY_COLOURS[i] }));
    return html`<p class="lia-hint">${t.figuresAsOf(dayInWords(this.figures.day))}</p><div class="lia-figures">
      <lia-chart question=${t.byClock} of=${t.clock} .rows=${this.byClock()}
        .series=${LIGHTS.map((light, i) => ({ label: t[`only${light}`], colour: LIGHT_COLOURS[i] }))}></lia-chart>
      <lia-chart question=${t.byCity} of=${t.hostCity} .rows=${this.byCity()}
        .series=${STATUSES.map((status, i) => ({ label: t[`status${status}`], colour: CITY_COLOURS[i] }))}></lia-chart>
      <lia-chart question=${t.byLevel} of=${t.dispatcherLevel} .rows=${this.byCode('level', t.notStated)} .series=${cities} empty=${t.noneRegistered}></lia-chart>
      <lia-chart question=${t.byNature} of=${t.nature} .rows=${this.byCode('nature', t.notStated)} .series=${cities} empty=${t.noneRegistered}></lia-chart>
      <lia-chart question=${t.byStep} of=${t.step} .rows=${this.bySteps()} .series=${cities}></lia-chart></div>`;
  }
}
