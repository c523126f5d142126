import type { Facet } from '../../search/result.ts';
import { html, type Markup } from '../markup.ts';
import { type PageContext, printNumber } from '../page.ts';

const width = 1000;
const height = 100;
const leastHeight = 3;

/** Articles over time: each bar a link that narrows the search to it; the script lets one drag over several. */
export const drawTimeline = ({ options }: Facet, { messages, language }: PageContext): Markup | '' => {
  const [first, last] = [options[0], options.at(-1)];
  if (!first || !last || options.length < 2) return '';
  const most = Math.max(...options.map(({ count }) => count), 1);
  const step = width / options.length;
  const gap = Math.min(4, step * 0.2);
  return html`<figure class="timeline">
<figcaption><h2>${messages.dates}</h2><span class="hint">${messages.timelineHint}</span></figcaption>
<svg class="bars" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="group" aria-label="${messages.dates}">
${options.map(({ label, count, url, selected }, index) => {
  const tall = count === 0 ? 0 : Math.max(leastHeight, (count / most) * (height - 4));
  const x = (index * step).toFixed(2);
  const name = `${label}: ${printNumber(count, language)}`;
  return html`<a href="${url}" rel="nofollow" aria-label="${name}" class="${selected ? 'selected' : ''}" tabindex="${count === 0 ? '-1' : '0'}"><title>${name}</title><rect class="room" x="${x}" y="0" width="${step.toFixed(2)}" height="${height}"/><rect class="bar" x="${(index * step + gap / 2).toFixed(2)}" y="${(height - tall).toFixed(2)}" width="${(step - gap).toFixed(2)}" height="${tall.toFixed(2)}"/></a>`;
})}
</svg>
<div class="ends" aria-hidden="true"><span>${first.label}</span><span>${last.label}</span></div>
</figure>`;
};
