import { localeOf } from '../../messages/index.ts';
import { dateLabel } from '../../search/facets/date-labels.ts';
import type { Timeline, TimelineParams, TimelineSeries } from '../../timeline/schema.ts';
import { type Interval, intervals } from '../../timeline/steps.ts';
import { html, type Markup } from '../markup.ts';
import { directionOf, drawPage, type PageContext, printNumber, printShortDay } from '../page.ts';
import { drawLines, type Line } from './chart-lines.ts';

/** Most lines that a reader can distinguish; the API returns all. */
const MOST_LINES = 12;
/** Most rows of a table on a page. */
const MOST_ROWS = 400;

/** Counts over time and their shares of everything published, of one query or several. */
export const drawChartPage = (params: TimelineParams, timeline: Timeline, context: PageContext): Markup => {
  const { messages, language } = context;
  const series = timeline.series.slice(0, MOST_LINES);
  const lines = (read: (bar: TimelineSeries['bars'][number]) => number | null): readonly Line[] =>
    series.map((one) => ({ name: nameOf(one), values: one.bars.map(read) }));
  const ends = {
    from: printShortDay(timeline.from, context.locale),
    to: printShortDay(timeline.to, context.locale),
  };
  const mirrored = directionOf(language) === 'rtl';
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 2 });
  return drawPage(
    {
      title: `${messages.chart.open} – Dateline`,
      indexed: false,
      q: params.q[0] ?? '',
      main: html`<h1>${messages.chart.open}</h1>
${drawForm(params, context)}
${
  timeline.interval === null
    ? drawUndated(series, context)
    : html`${drawLines(
        messages.chart.counts,
        lines(({ count }) => count),
        { ...ends, mirrored, print: (value) => printNumber(value, language) },
      )}
${drawLines(
  messages.chart.shares,
  lines(({ share }) => share),
  { ...ends, mirrored, print: (value) => percent.format(value) },
)}
${drawTable(series, timeline.interval, percent, context)}`
}
${drawDownloads(context)}`,
    },
    context,
  );
};

const nameOf = ({ q, by }: TimelineSeries): string => [q, by?.label].filter(Boolean).join(' · ') || '–';

/** Articles without a date are in no chart. */
const drawUndated = (series: readonly TimelineSeries[], { messages, language }: PageContext): Markup => {
  const undated = Math.max(0, ...series.map((one) => one.undated));
  return undated === 0
    ? html`<p>${messages.nothing}</p>`
    : html`<p>${messages.dates}: ${messages.notStated} <span class="count">${printNumber(undated, language)}</span></p>`;
};

const drawForm = (params: TimelineParams, { messages, language, query }: PageContext): Markup => {
  const names = new Intl.DisplayNames([language], { type: 'dateTimeField' });
  const kept = [...query].filter(([name]) => name !== 'q' && name !== 'interval');
  const field = (q: string, index: number) =>
    html`<label>${index === 0 ? messages.search : messages.chart.compare} <input name="q" value="${q}" dir="auto" maxlength="2000" autocomplete="off"></label>`;
  return html`<form class="chart-form" action="/chart" method="get">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${[...params.q, ''].map(field)}
<label>${messages.chart.step} <select name="interval">${['auto' as const, ...intervals].map(
    (one) =>
      html`<option value="${one}"${one === params.interval ? html` selected` : ''}>${one === 'auto' ? '–' : names.of(fieldOf[one])}</option>`,
  )}</select></label>
<button>${messages.chart.draw}</button>
</form>`;
};

/** Names of ECMA-402. */
const fieldOf = { day: 'day', week: 'weekOfYear', month: 'month', quarter: 'quarter', year: 'year' } as const;

const drawTable = (
  series: readonly TimelineSeries[],
  interval: Interval,
  percent: Intl.NumberFormat,
  { messages, language, locale }: PageContext,
): Markup => {
  const steps = series[0]?.bars ?? [];
  return html`<details class="chart-table"><summary>${messages.chart.table}</summary>
<div class="wide" tabindex="0" role="region" aria-label="${messages.chart.table}"><table>
<thead><tr><th scope="col">${messages.dates}</th>${series.map((one) => html`<th scope="col" dir="auto">${nameOf(one)}</th>`)}</tr></thead>
<tbody>${steps.slice(0, MOST_ROWS).map(
    (step, index) =>
      html`<tr><th scope="row">${dateLabel(step, interval, locale)}</th>${series.map(({ bars }) => {
        const bar = bars[index];
        const share = bar?.share ?? null;
        return html`<td>${printNumber(bar?.count ?? 0, language)}${share === null ? '' : ` (${percent.format(share)})`}</td>`;
      })}</tr>`,
  )}</tbody>
</table></div>${steps.length > MOST_ROWS ? html`<p>…</p>` : ''}</details>`;
};

const drawDownloads = ({ messages, query }: PageContext): Markup => {
  const path = (format: string) => {
    const asked = new URLSearchParams([...query].filter(([name]) => name !== 'format'));
    if (format !== 'json') asked.set('format', format);
    return `/v1/timeline?${asked}`;
  };
  return html`<nav class="ways" aria-label="${messages.download}"><ul>
<li><a href="${path('json')}" rel="nofollow">${messages.asApi}</a></li>
<li><a href="${path('csv')}" rel="nofollow">${messages.download}</a></li>
</ul></nav>`;
};
