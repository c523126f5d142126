import { type ValueFacetName, valueFacetNames } from '../../facets/names.ts';
import { facetWords } from '../../facets/words.ts';
import type { SearchParams } from '../../params/search.ts';
import type { Facet, FacetOption } from '../../search/result.ts';
import { html, type Markup } from '../markup.ts';
import { type Kept, type PageContext, printNumber, searchPath } from '../page.ts';
import { pageFacets } from '../page-searches.ts';
import { drawDates, drawPeriods } from './dates.ts';

const notFilters = ['q', 'ui-lang', 'sort', 'match', 'collapse', 'expand'];

export const withoutFilters = (kept: Kept): Kept => kept.filter(([name]) => notFilters.includes(name));

export const hasFilters = (kept: Kept): boolean => withoutFilters(kept).length < kept.length;

/** The same search with one parameter changed or removed. */
export const changed = (kept: Kept, name: string, value: string | null): string =>
  searchPath([
    ...kept.filter(([each]) => each !== name),
    ...(value === null ? [] : [[name, value] as const]),
  ]);

/**
 * Sorting and filters, before the results: a column on a wide screen, on a phone a sheet that a button opens. A popover
 * needs no script; a browser without popovers shows the column above the results.
 */
export const drawFilters = (
  params: SearchParams,
  facets: Readonly<Record<string, Facet>>,
  kept: Kept,
  context: PageContext,
): Markup => html`<aside class="filters" id="filters" popover aria-labelledby="filters-title">
<h2 id="filters-title">${context.messages.filters}</h2>
${drawSorting(params, kept, context)}
<section aria-labelledby="facet-date"><h3 id="facet-date">${context.messages.dates}</h3>
${drawPeriods(kept, context)}
${drawDates(kept, context)}</section>
${shownFacets.map((name) => {
  const facet = facets[name];
  return facet && facet.options.length > 0 ? drawFacet(name, facet, kept, context) : '';
})}
<p class="done"><button type="button" popovertarget="filters" popovertargetaction="hide">${context.site.showResults}</button></p>
</aside>`;

/** In the order of the page: languages stand high, because most archives have several. */
const shownFacets: readonly ValueFacetName[] = [
  ...new Set([...pageFacets.filter((name) => name !== 'date'), ...valueFacetNames]),
];

const drawSorting = (params: SearchParams, kept: Kept, { messages }: PageContext): Markup => {
  const current = params.sort ?? (params.q ? 'relevance' : 'newest');
  const sorts = params.q ? (['relevance', 'newest', 'oldest'] as const) : (['newest', 'oldest'] as const);
  const folded = params.collapse === 'story';
  return html`<nav class="sorting" aria-label="${messages.sortBy}">
<ul class="inline">${sorts.map((sort) => html`<li><a href="${changed(kept, 'sort', sort)}" rel="nofollow"${sort === current ? html` aria-current="true"` : ''}>${messages[sort]}</a></li>`)}</ul>
<a class="fold" href="${changed(kept, 'collapse', folded ? null : 'story')}" rel="nofollow">${folded ? messages.everyCopy : messages.copiesAsOne}</a>
</nav>`;
};

/** How many values of each facet a page shows, in addition to chosen ones and a link to all. */
const mostShown = 6;
/** Each option repeats the whole search in its link: hundreds of chosen ones would be megabytes. */
const mostChosen = 12;

const drawFacet = (name: ValueFacetName, facet: Facet, kept: Kept, context: PageContext): Markup => {
  const { language, messages, site } = context;
  const chosen = facet.options.filter(({ selected }) => selected).slice(0, mostChosen);
  const others = facet.options.filter(({ selected }) => !selected);
  const more = facet.more || others.length > mostShown;
  return html`<section aria-labelledby="facet-${name}">
<h3 id="facet-${name}">${facetWords(name, language).title}</h3>
<ul>${[...chosen, ...others.slice(0, mostShown)].map((option) => html`<li>${drawOption(option, language)}</li>`)}</ul>
${more ? html`<p><a class="more" href="/values/${name}${searchPath(kept).slice(1)}" rel="nofollow">${site.showAll}<span class="unseen">: ${facetWords(name, language).title}</span></a></p>` : ''}
${facet.missing > 0 ? html`<p class="missing">${messages.notStated} <span class="count">${printNumber(facet.missing, language)}</span></p>` : ''}
</section>`;
};

/** A value that a link adds or removes. */
export const drawOption = ({ url, label, count, selected }: FacetOption, language: string): Markup =>
  html`<a href="${url}" rel="nofollow"${selected ? html` aria-current="true"` : ''}><span class="label" dir="auto">${label}</span> <span class="count">${printNumber(count, language)}</span></a>`;
