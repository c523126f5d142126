import type { Facet, FacetOption } from '../../search/result.ts';
import { html, type Markup } from '../markup.ts';
import { directionOf, type PageContext, printNumber } from '../page.ts';

const width = 1000;
const height = 100;
const leastHeight = 3;
/** With fewer the chart is narrow: two days should not fill the page. */
const few = 8;
/** Beyond it a bar would be too thin to hit; they stand side by side then. */
const mostPlaces = 400;

/** Articles over time: each bar a link that narrows the search to it; the script lets one drag over several. */
export const drawTimeline = (facet: Facet, { messages, language }: PageContext): Markup | '' => {
  const { options } = facet;
  const [first, last] = [options[0], options.at(-1)];
  if (!first || !last || options.length < 2) return '';
  const { placeOf, places } = timeScale(facet);
  const most = Math.max(...options.map(({ count }) => count), 1);
  const step = width / places;
  const gap = Math.min(4, step * 0.2);
  const mirrored = directionOf(language) === 'rtl';
  return html`<figure class="timeline${places < few ? ' few' : ''}">
<figcaption><h2>${messages.dates}</h2><span class="hint">${messages.timelineHint}</span></figcaption>
<svg class="bars" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="group" aria-label="${messages.dates}">
${options.map((option, index) => {
  const { label, count, url, selected } = option;
  const tall = count === 0 ? 0 : Math.max(leastHeight, (count / most) * (height - 4));
  const place = placeOf(option, index);
  const x = (mirrored ? places - 1 - place : place) * step;
  const name = `${label}: ${printNumber(count, language)}`;
  return html`<a href="${url}" rel="nofollow" aria-label="${name}" class="${selected ? 'selected' : ''}" tabindex="${count === 0 ? '-1' : '0'}"><title>${name}</title><rect class="room" x="${x.toFixed(2)}" y="0" width="${step.toFixed(2)}" height="${height}"/><rect class="bar" x="${(x + gap / 2).toFixed(2)}" y="${(height - tall).toFixed(2)}" width="${(step - gap).toFixed(2)}" height="${tall.toFixed(2)}"/></a>`;
})}
</svg>
<div class="ends" aria-hidden="true"><span>${first.label}</span><span>${last.label}</span></div>
</figure>`;
};

interface TimeScale {
  readonly places: number;
  readonly placeOf: (option: FacetOption, index: number) => number;
}

/** Spans without an article have no bar, but keep their room: a chart that leaves them out tells an untruth. */
const timeScale = ({ options, step }: Facet): TimeScale => {
  const counted = options.map((option) => countSteps(option, step ?? 'month'));
  const [first, last] = [counted[0] ?? 0, counted.at(-1) ?? 0];
  const places = last - first + 1;
  const fits = counted.every((each, index) => index === 0 || each > (counted[index - 1] ?? each));
  if (!fits || places > mostPlaces || Number.isNaN(places))
    return { places: options.length, placeOf: (_option, index) => index };
  return { places, placeOf: (_option, index) => (counted[index] ?? 0) - first };
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
