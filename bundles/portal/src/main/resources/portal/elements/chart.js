/** Figures as a chart with its table. Not part of 'liaison': the library behind it is loaded where a page has a chart, and only then. */

import { html, nothing } from 'lit';
import { number } from '../format.js';
import { Element, go } from '../page.js';
import { t } from '../texts.js';

const COLOURS = {
  blue: 'var(--lia-blue)', grey: 'var(--lia-muted)', green: 'var(--lia-green)', amber: 'var(--lia-amber)', red: 'var(--lia-red)', pale: 'var(--lia-red-tint)',
};
const INK = 'var(--lia-ink)';
const PAPER = 'var(--lia-paper)';
/** A number stands in its bar where it fits: in this share of the longest one. */
const ROOM = 0.06;

const sum = (figures) => figures.reduce((all, each) => all + each, 0);

/**
 * <lia-chart>: one question, answered by bars and by a table of the same numbers. The table is what a screen reader gets; it shows
 * when the keyboard goes into it, with the button, and in print. Properties: question (a sentence), of (what the rows are),
 * series ([{label, colour: blue | grey | green | amber | red | pale}]), rows ([{label, cells: [{figure, address}], all: {figure,
 * address}}], a cell for each series; address = the list behind the number, left out = there is none), empty (what to say when
 * there is no row).
 */
export class Chart extends Element {
  static properties = { question: {}, of: {}, series: { attribute: false }, rows: { attribute: false }, empty: {}, plain: { state: true } };

  constructor() {
    super();
    this.series = [];
    this.rows = [];
    this.plain = false;
    this.resized = new ResizeObserver(() => this.draw());
  }

  connectedCallback() {
    super.connectedCallback();
    // a page that was left and is come back to has lost its drawing
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resized.disconnect();
    if (this.plot) {
      this.plot.dispose();
      this.plot = null;
    }
  }

  updated() {
    const place = this.querySelector('.lia-plot');
    if (place) {
      this.resized.observe(place);
    }
    this.draw();
  }

  async draw() {
    const place = this.querySelector('.lia-plot');
    if (!place || place.clientWidth === 0) {
      return;
    }
    try {
      const { init } = await import('echarts');
      const height = this.rows.length * 36 + (this.series.length > 1 ? 64 : 32);
      if (this.isConnected && !this.plot) {
        this.plot = init(place, null, { renderer: 'svg', height });
        this.plot.on('click', ({ dataIndex, seriesIndex }) => this.follow(dataIndex, seriesIndex));
      }
      if (this.plot) {
        this.plot.resize({ width: place.clientWidth, height });
        this.plot.setOption(this.option(), true);
      }
    } catch (missing) {
      // without the library the table says everything
      console.error(missing);
      this.plain = true;
    }
  }

  follow(row, series) {
    const { address } = this.rows[row].cells[series] || this.rows[row].all;
    if (address) {
      go(address);
    }
  }

  option() {
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.875;
    const font = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: size };
    const most = Math.max(1, ...this.rows.map((row) => row.all.figure));
    const bar = { type: 'bar', stack: 'all', barWidth: 20, emphasis: { disabled: true }, animation: false };
    return {
      animation: false,
      textStyle: font,
      tooltip: { show: false },
      legend: { show: this.series.length > 1, left: 0, top: 0, itemWidth: 12, itemHeight: 12, icon: 'rect', selectedMode: false,
        data: this.series.map((each) => each.label), textStyle: { ...font, color: INK } },
      grid: { left: 0, right: 48, top: this.series.length > 1 ? 34 : 4, bottom: 0, containLabel: true },
      xAxis: { type: 'value', minInterval: 1, max: most, axisLabel: { ...font, color: 'var(--lia-muted)', hideOverlap: true, showMaxLabel: false },
        splitLine: { lineStyle: { color: 'var(--lia-line)' } } },
      yAxis: { type: 'category', inverse: true, data: this.rows.map((row) => row.label), axisTick: { show: false },
        axisLine: { lineStyle: { color: 'var(--lia-edge)' } }, axisLabel: { ...font, color: INK, interval: 0 } },
      series: [...this.series.map((each, i) => ({ ...bar, name: each.label,
        itemStyle: { color: COLOURS[each.colour], ...(each.colour === 'pale' ? { borderColor: COLOURS.red, borderWidth: 1 } : {}) },
        label: { show: this.series.length > 1, ...font, color: each.colour === 'pale' ? COLOURS.red : PAPER,
          formatter: ({ value }) => (value / most > ROOM ? number(value) : '') },
        // what is none has no bar, not even its edge
        data: this.rows.map((row) => row.cells[i].figure || null) })),
      // a bar of no length carries the whole
      { ...bar, cursor: 'default', itemStyle: { color: 'none' }, label: { show: true, ...font, color: INK, position: 'right',
        formatter: ({ dataIndex }) => number(this.rows[dataIndex].all.figure) }, data: this.rows.map(() => 0) }],
    };
  }

  cell({ figure, address }) {
    return address ? html`<a href=${address}>${number(figure)}</a>` : number(figure);
  }

  render() {
    const several = this.series.length > 1;
    const foot = { label: t.chartAll, cells: this.series.map((each, i) => ({ figure: sum(this.rows.map((row) => row.cells[i].figure)) })),
      all: { figure: sum(this.rows.map((row) => row.all.figure)) } };
    return html`<section class="lia-sheet"><div class="lia-question"><h2>${this.question}</h2>
      ${this.rows.length === 0 ? nothing : html`<button type="button" class="btn btn-link" aria-pressed=${String(this.plain)}
        aria-label=${t.chartTableOf(this.question)} @click=${() => { this.plain = !this.plain; }}>${t.chartTable}</button>`}</div>
      ${this.rows.length === 0 ? nothing : html`<div class="lia-plot" ?hidden=${this.plain} aria-hidden="true"></div>`}
      <div class=${this.plain || this.rows.length === 0 ? nothing : 'lia-unseen'}><lia-table .rows=${[...this.rows, ...(this.rows.length > 1 ? [foot] : [])]}
        .key=${(row) => row.label} caption=${this.question} .empty=${this.empty} .columns=${[
          { label: this.of, kind: 'narrow', cell: (row) => row.label },
          ...this.series.map((each, i) => ({ label: each.label, kind: 'number', cell: (row) => this.cell(row.cells[i]) })),
          ...(several ? [{ label: t.chartAll, kind: 'number', cell: (row) => this.cell(row.all) }] : []),
        ]}></lia-table></div></section>`;
  }
}

customElements.define('lia-chart', Chart);
