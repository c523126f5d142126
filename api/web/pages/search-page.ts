import type { SearchParams } from '../../params/search.ts';
import { isPlain } from '../../query/characters.ts';
import type { SearchResult } from '../../search/result.ts';
import { timelineParams } from '../../timeline/schema.ts';
import { html, type Markup } from '../markup.ts';
import { drawPage, type Kept, keptBySearch, type PageContext, printNumber, searchPath } from '../page.ts';
import { alertQueryOf, drawAlertPanel, drawFeedLinks, feedsOf } from './alert-panel.ts';
import { drawChips } from './chips.ts';
import { changed, drawFilters, hasFilters, withoutFilters } from './filters.ts';
import { drawResults, narrowedBy } from './result-list.ts';
import { drawTimeline } from './timeline.ts';
import { drawAcross, type MoreAcross } from './translations.ts';

/** The results page: description, timeline, results, and further links. */
export const drawSearchPage = (
  params: SearchParams,
  result: SearchResult,
  context: PageContext,
  more: MoreAcross | null = null,
): Markup => {
  const { messages } = context;
  const kept = [...context.query].filter(([name]) => name !== 'page');
  const searched = kept.some(([name]) => name !== 'ui-lang');
  const timeline = result.facets.date ? drawTimeline(result.facets.date, context, true) : '';
  return drawPage(
    {
      title: params.q ? `${params.q} – Dateline` : `Dateline – ${messages.tagline}`,
      indexed: !searched && params.page === 1,
      ...(searched
        ? {}
        : { canonical: `${context.origin}/`, description: messages.tagline, translated: true }),
      q: params.q ?? '',
      kept: keptBySearch(context.query),
      feeds: feedsOf(result),
      main: html`<h1 class="${searched ? 'understood' : 'tagline'}">${searched ? result.description : messages.tagline}</h1>
${drawReadings(result, context)}
${drawAcross(result, more, kept, context)}
${params.match === 'any' ? html`<p class="note"><a href="${changed(kept, 'match', 'all')}" rel="nofollow">${messages.everyWord}</a></p>` : ''}
<p class="tools"><button type="button" class="plain to-filters" popovertarget="filters">${context.site.filterAndSort}</button>
${timeline === '' ? '' : html`<button type="button" class="plain to-timeline" popovertarget="timeline">${messages.dates}</button>`}
${searched ? html`<button type="button" class="plain" popovertarget="follow">${messages.alert.open}</button>` : ''}</p>
${drawChips(params, result, kept, context)}
<div class="columns results-page">
${drawFilters(params, result.facets, kept, context)}
<div class="found">
${timeline}
${result.bestBets ? html`<section class="best-bets"><h2>${messages.bestBets}</h2>${drawResults(result.bestBets, context, narrowedBy(kept, params.person))}</section>` : ''}
${result.results.length > 0 ? drawResults(result.results, context, narrowedBy(kept, params.person)) : drawNothing(params, kept, context)}
${drawPaging(params, result, context)}
${drawWaysOn(result, context)}
</div>
</div>
${searched ? drawAlertPanel(result, alertQueryOf(context.query), context) : ''}`,
    },
    context,
  );
};

/** Ambiguous names, expansions and the proposed spelling of a search. */
const drawReadings = (
  { choices, expansions, suggestion }: SearchResult,
  { messages, language }: PageContext,
): Markup => html`
${suggestion ? html`<p class="note">${messages.didYouMean}: <a href="${suggestion.url}" rel="nofollow" dir="auto">${suggestion.q}</a></p>` : ''}
${choices
  .filter(({ options }) => options.length > 0)
  .map(
    ({ name, options }) =>
      html`<div class="note"><p><b dir="auto">${name}</b> ${messages.seeAlsoMany}</p><ul class="inline">${options.map(({ label, role, count, url }) => html`<li><a href="${url}" rel="nofollow" dir="auto">${label}</a>${role ? html` <span class="count">${role}</span>` : ''} <span class="count">${printNumber(count, language)}</span></li>`)}</ul></div>`,
  )}
${expansions.map(({ person, off }) => html`<p class="note">${messages.expansion}: <b dir="auto">${person.label}</b> (<a href="${off}" rel="nofollow">${messages.withoutIt}</a>)</p>`)}`;

/** Suggestions for an empty result: fewer words, fewer filters. */
const drawNothing = (params: SearchParams, kept: Kept, { messages }: PageContext): Markup => {
  const several = params.match === 'all' && isPlain(params.q ?? '') && /\S\s+\S/u.test(params.q ?? '');
  return html`<div class="nothing"><h2>${messages.nothing}</h2><p>${messages.nothingHelp}</p>
<ul>${several ? html`<li><a href="${changed(kept, 'match', 'any')}" rel="nofollow">${messages.mostWords}</a></li>` : ''}
${hasFilters(kept) ? html`<li><a href="${searchPath(withoutFilters(kept))}" rel="nofollow">${messages.clearAll}</a></li>` : ''}</ul></div>`;
};

const drawPaging = (
  params: SearchParams,
  { links, total }: SearchResult,
  context: PageContext,
): Markup | '' => {
  const { messages, language } = context;
  if (!links.prev && !links.next) return '';
  const pages = Math.ceil(total.count / Math.max(1, params['page-size']));
  return html`<nav class="paging" aria-label="${messages.page}">
${links.prev ? html`<a rel="prev nofollow" href="${links.prev}">${messages.previous}</a>` : html`<span></span>`}
<span>${messages.page} ${printNumber(params.page, language)} / ${printNumber(pages, language)}</span>
${links.next ? html`<a rel="next nofollow" href="${links.next}">${messages.next}</a>` : html`<span></span>`}
</nav>`;
};

/** The same words and filters over time, without parameters of a page of results. */
const chartPath = (query: URLSearchParams): string => {
  const known = Object.keys(timelineParams.shape);
  return `/chart?${new URLSearchParams([...query].filter(([name]) => known.includes(name)))}`;
};

const drawWaysOn = ({ links }: SearchResult, { messages, query }: PageContext): Markup => {
  const written = query.toString();
  return html`<nav class="ways" aria-label="${messages.download}"><ul>
<li><a href="/v1/articles${written ? `?${written}` : ''}" rel="nofollow">${messages.asApi}</a></li>
<li>${messages.feeds}: ${drawFeedLinks(links)}</li>
<li><a href="${links.csv ?? ''}" rel="nofollow">${messages.download}</a></li>
<li><a href="${chartPath(query)}" rel="nofollow">${messages.chart.open}</a></li>
<li><a href="${links.export ?? ''}" rel="nofollow">${messages.export}</a></li>
</ul></nav>`;
};
