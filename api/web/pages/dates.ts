import { html, type Markup } from '../markup.ts';
import { type Kept, type PageContext, searchPath } from '../page.ts';

const isDate = (name: string): boolean => name === 'from-date' || name === 'to-date';

/** The same search without its dates. */
export const withoutDates = (kept: Kept): Kept => kept.filter(([name]) => !isDate(name));

const dayMs = 86_400_000;

/** Filters have days, not hours, so the past 24 hours are today and yesterday. */
const periods = [
  ['pastDay', 1],
  ['pastWeek', 7],
  ['pastMonth', 30],
  ['pastYear', 365],
] as const;

/** Ranges that end today, each a link. */
export const drawPeriods = (kept: Kept, { site, now }: PageContext): Markup => {
  const others = withoutDates(kept);
  const chosen = kept.filter(([name]) => isDate(name));
  const [only] = chosen;
  const from = chosen.length === 1 && only?.[0] === 'from-date' ? only[1] : '';
  return html`<ul class="periods inline">
${chosen.length > 0 ? html`<li><a href="${searchPath(others)}" rel="nofollow">${site.anyTime}</a></li>` : ''}
${periods.map(([name, days]) => {
  const day = new Date(now.getTime() - days * dayMs).toISOString().slice(0, 10);
  return html`<li><a href="${searchPath([...others, ['from-date', day]])}" rel="nofollow"${day === from ? html` aria-current="true"` : ''}>${site[name]}</a></li>`;
})}</ul>`;
};

/** Two fields and a button that keep the rest of the search. */
export const drawDates = (kept: Kept, { messages }: PageContext): Markup => {
  const given = (wanted: string) => kept.find(([name]) => name === wanted)?.[1] ?? '';
  const field = (name: string, label: string) =>
    html`<label>${label} <input name="${name}" value="${given(name)}" inputmode="numeric" placeholder="2024-05-31" maxlength="20" dir="ltr" autocomplete="off"></label>`;
  return html`<form class="dates" action="/" method="get">
${withoutDates(kept).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div>${field('from-date', messages.from)}${field('to-date', messages.to)}</div>
<button class="plain">${messages.apply}</button>
</form>`;
};
