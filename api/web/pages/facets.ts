import { type ValueFacetName, valueFacetNames } from '../../facets/names.ts';
import { facetWords } from '../../facets/words.ts';
import type { Facet, FacetOption } from '../../search/result.ts';
import { html, type Markup } from '../markup.ts';
import { type PageContext, printNumber, searchPath } from '../page.ts';

const notFilters = ['q', 'ui-lang', 'sort', 'match', 'collapse', 'expand'];

export const withoutFilters = (
  kept: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] => kept.filter(([name]) => notFilters.includes(name));

export const hasFilters = (kept: readonly (readonly [string, string])[]): boolean =>
  withoutFilters(kept).length < kept.length;

/** Filters by value; every option is a link that takes it or gives it back. */
export const drawFacets = (
  facets: Readonly<Record<string, Facet>>,
  kept: readonly (readonly [string, string])[],
  context: PageContext,
): Markup => html`<aside class="filters" id="filters" aria-labelledby="filters-title">
<h2 id="filters-title">${context.messages.filters}</h2>
${hasFilters(kept) ? html`<p><a class="clear" href="${searchPath(withoutFilters(kept))}">${context.messages.clearAll}</a></p>` : ''}
${drawDates(kept, context)}
${valueFacetNames.map((name) => {
  const facet = facets[name];
  return facet && facet.options.length > 0 ? drawFacet(name, facet, context) : '';
})}
</aside>`;

/** Each option repeats the whole search in its link: hundreds of them would be megabytes. The API has them all. */
const mostShown = 30;
const isShown = ({ selected }: FacetOption, place: number): boolean => selected || place < mostShown;

const drawFacet = (name: ValueFacetName, facet: Facet, context: PageContext): Markup => {
  const { messages, language } = context;
  return html`<section aria-labelledby="facet-${name}">
<h3 id="facet-${name}">${facetWords(name, language).title}</h3>
<ul>${facet.options
    .filter(isShown)
    .map(
      (option) =>
        html`<li><a href="${option.url}" rel="nofollow"${option.selected ? html` aria-current="true"` : ''}><span class="tick" aria-hidden="true"></span><span class="label" dir="auto">${option.label}</span> <span class="count">${printNumber(option.count, language)}</span></a></li>`,
    )}</ul>
${facet.missing > 0 ? html`<p class="missing">${messages.notStated} <span class="count">${printNumber(facet.missing, language)}</span></p>` : ''}
</section>`;
};

/** Two fields and a button that keep the rest of the search. */
export const drawDates = (
  kept: readonly (readonly [string, string])[],
  { messages }: PageContext,
): Markup => {
  const given = (wanted: string) => kept.find(([name]) => name === wanted)?.[1] ?? '';
  const others = kept.filter(([name]) => name !== 'from-date' && name !== 'to-date');
  const field = (name: string, label: string) =>
    html`<label>${label} <input name="${name}" value="${given(name)}" inputmode="numeric" placeholder="2024-05-31" maxlength="10" dir="ltr" autocomplete="off"></label>`;
  return html`<form class="dates" action="/" method="get">
${others.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div>${field('from-date', messages.from)}${field('to-date', messages.to)}</div>
<button class="plain">${messages.apply}</button>
</form>`;
};
