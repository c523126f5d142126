import type { Facet, FacetOption } from '../../search/result.ts';
import { html, type Markup } from '../markup.ts';
import { directionOf, type PageContext, printNumber } from '../page.ts';

const width = 1000;
const height = 100;
const leastHeight = 3;
/** With fewer the chart is narrow: two days should not fill the page. */
const few = 8;
/** With more, bars would be too thin to click. */
const mostPlaces = 400;

/**
 * Articles over time: each bar is a link that narrows the search to it; the script allows dragging over several.
 *
 * @param asSheet  on a phone a button with `popovertarget="timeline"` shows it, so that results stand higher
 */
export const drawTimeline = (
  facet: Facet,
  { messages, site, language }: PageContext,
  asSheet = false,
): Markup | '' => {
  const { options } = facet;
  const [first, last] = [options[0], options.at(-1)];
  if (!first || !last || options.length < 2) return '';
  const scale = timeScale(facet);
  const { placeOf, places } = scale;
  const peak = options.reduce((most, option) => (option.count > most.count ? option : most), first);
  const most = Math.max(peak.count, 1);
  const step = width / places;
  const gap = Math.min(4, step * 0.2);
  const mirrored = directionOf(language) === 'rtl';
  return html`<figure class="timeline${places < few ? ' few' : ''}"${asSheet ? html` id="timeline" popover` : ''}>
<figcaption><h2>${messages.dates}</h2>${drawSpan(options)}<span class="hint">${site.peak}: ${peak.label}, ${printNumber(peak.count, language)}</span></figcaption>
<div class="plot"><div class="scale count" aria-hidden="true"><span>${printNumber(most, language)}</span><span>0</span></div><div class="axis">
<svg class="bars" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
${options.map((option, index) => {
  const { label, count, url, selected } = option;
  const tall = count === 0 ? 0 : Math.max(leastHeight, (count / most) * (height - 4));
  const place = placeOf(option, index);
  const x = (mirrored ? places - 1 - place : place) * step;
  return html`<a href="${url}" rel="nofollow"${selected ? html` class="selected"` : ''} tabindex="-1"><title>${label}: ${printNumber(count, language)}</title><path class="room" d="M${short(x)} 0h${short(step)}v${height}h-${short(step)}z"/><path class="bar" d="M${short(x + gap / 2)} ${height}v-${short(tall)}h${short(step - gap)}v${short(tall)}z"/></a>`;
})}
</svg>
${drawYears(scale, mirrored) ?? ''}<div class="ends" aria-hidden="true"><span>${first.label}</span><span>${last.label}</span></div>
</div></div>
${drawTable(options, { messages, language })}
</figure>`;
};

/** A tenth of a unit is less than a pixel. */
const short = (length: number): string => String(Math.round(length * 10) / 10);

/** The range of the search within it. */
const drawSpan = (options: readonly FacetOption[]): Markup | '' => {
  const chosen = options.filter(({ selected }) => selected);
  const [from, to] = [chosen[0], chosen.at(-1)];
  if (!from || !to || chosen.length === options.length) return '';
  return html`<b>${from === to ? from.label : `${from.label} – ${to.label}`}</b>`;
};

/** Most rows of the table for screen readers, because each repeats the whole search in its link. */
const mostRows = 60;

/** For screen readers and the keyboard, because the bars are an image. */
const drawTable = (
  options: readonly FacetOption[],
  { messages, language }: Pick<PageContext, 'messages' | 'language'>,
): Markup => html`<details class="chart-table"><summary>${messages.chart.table}</summary>
<table><tbody>${options
  .filter(({ count }) => count > 0)
  .slice(0, mostRows)
  .map(
    ({ label, count, url }) =>
      html`<tr><th scope="row"><a href="${url}" rel="nofollow">${label}</a></th><td>${printNumber(count, language)}</td></tr>`,
  )}</tbody></table></details>`;

/** Space on a phone. */
const mostYears = 6;
/** A year that begins beyond it would be cut off. */
const lastYearAt = 92;

/** Labels of years under the bars; null for a shorter time, or if the bars are not to scale. */
const drawYears = ({ first, places, step }: TimeScale, mirrored: boolean): Markup | null => {
  if (!step) return null;
  const years = yearsWithin(first, places, step);
  if (years.length < 2) return null;
  const every = Math.ceil(years.length / mostYears);
  const shown = years.filter(({ year, at }) => year % every === 0 && at <= lastYearAt);
  return html`<svg class="years" aria-hidden="true">${shown.map(({ year, at }) => {
    // `text-anchor` is the reader's start: the right edge, where time runs to the left.
    const x = (mirrored ? 100 - at : at).toFixed(2);
    return html`<line x1="${x}%" x2="${x}%" y1="0" y2="6"/><text x="${x}%" dx="${mirrored ? -4 : 4}" y="14">${year}</text>`;
  })}</svg>`;
};

/** The years that begin among the bars, and at what percentage of the width. */
const yearsWithin = (first: number, places: number, step: keyof typeof yearStarts) => {
  const found: { readonly year: number; readonly at: number }[] = [];
  for (let year = yearOf(first, step); ; year += 1) {
    const at = yearStarts[step](year) - first;
    if (at >= places) return found;
    if (at >= 0) found.push({ year, at: (at / places) * 100 });
  }
};

/** How many steps lie between some fixed time and the beginning of a year, by `countSteps`. */
const yearStarts = {
  day: (year: number) => Date.UTC(year) / 86_400_000,
  week: (year: number) => Date.UTC(year) / 604_800_000,
  month: (year: number) => year * 12 + 1,
  quarter: (year: number) => year * 4,
  year: (year: number) => year,
} as const;

const yearOf = (steps: number, step: keyof typeof yearStarts): number => {
  const perYear = yearStarts[step](2001) - yearStarts[step](2000);
  return Math.floor(2000 + (steps - yearStarts[step](2000)) / perYear) - 1;
};

interface TimeScale {
  readonly places: number;
  /** The first position, by `countSteps`. */
  readonly first: number;
  /** Null if places are not equal lengths of time, or contain no years. */
  readonly step: keyof typeof yearStarts | null;
  readonly placeOf: (option: FacetOption, index: number) => number;
}

/** Steps without articles have no bar, but keep their space, because a chart without them would mislead. */
const timeScale = ({ options, step }: Facet): TimeScale => {
  const counted = options.map((option) => countSteps(option, step ?? 'month'));
  const [first, last] = [counted[0] ?? 0, counted.at(-1) ?? 0];
  const places = last - first + 1;
  const fits = counted.every((each, index) => index === 0 || each > (counted[index - 1] ?? each));
  if (!fits || places > mostPlaces || Number.isNaN(places))
    return { places: options.length, first: 0, step: null, placeOf: (_option, index) => index };
  return {
    places,
    first,
    step: step === 'hour' || step === 'decade' || step === undefined ? null : step,
    placeOf: (_option, index) => (counted[index] ?? 0) - first,
  };
};

/** How many steps lie between some fixed time and a bar. */
const countSteps = ({ value, url }: FacetOption, step: NonNullable<Facet['step']>): number => {
  const from = new URL(url, 'http://page').searchParams.get('from-date') ?? value;
  const [year = 0, month = 1] = from.split('-').map(Number);
  switch (step) {
    case 'hour':
      return Math.floor(Date.parse(`${value}:00:00Z`) / 3_600_000);
    case 'day':
      return Math.floor(Date.parse(from) / 86_400_000);
    case 'week':
      return Math.floor(Date.parse(from) / 604_800_000);
    case 'month':
      return year * 12 + month;
    case 'quarter':
      return year * 4 + Math.floor((month - 1) / 3);
    case 'year':
      return year;
    case 'decade':
      return Math.floor(year / 10);
  }
};
