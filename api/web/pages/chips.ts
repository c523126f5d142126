import { valueFacetNames } from '../../facets/names.ts';
import { interfaceIn } from '../../messages/index.ts';
import type { SearchParams } from '../../params/search.ts';
import { describeDates } from '../../search/describe-dates.ts';
import type { SearchResult } from '../../search/result.ts';
import { html, type Markup } from '../markup.ts';
import { type Kept, type PageContext, searchPath } from '../page.ts';
import { withoutDates } from './dates.ts';
import { changed, hasFilters, withoutFilters } from './filters.ts';

interface Chip {
  readonly label: string;
  /** The same search without it. */
  readonly url: string;
}

/** Most chips that are shown; "clear all" removes the others as well. */
const mostChips = 20;

/** Everything chosen, each as a link that removes it. */
export const drawChips = (
  params: SearchParams,
  { facets }: Pick<SearchResult, 'facets'>,
  kept: Kept,
  context: PageContext,
): Markup | '' => {
  const chips = [...valueChips(facets), ...otherChips(params, kept, context)].slice(0, mostChips);
  if (chips.length === 0) return '';
  const { site, messages } = context;
  return html`<ul class="chips" aria-label="${site.chosen}">${chips.map(({ label, url }) => html`<li><a class="chip" href="${url}" rel="nofollow" aria-label="${site.remove(label)}"><bdi>${label}</bdi> <span aria-hidden="true">×</span></a></li>`)}
${chips.length > 1 && hasFilters(kept) ? html`<li><a class="clear" href="${searchPath(withoutFilters(kept))}" rel="nofollow">${messages.clearAll}</a></li>` : ''}</ul>`;
};

const valueChips = (facets: SearchResult['facets']): readonly Chip[] =>
  valueFacetNames.flatMap((name) => (facets[name]?.options ?? []).filter(({ selected }) => selected));

/** Choices other than values of facets. */
const otherChips = (
  params: SearchParams,
  kept: Kept,
  { messages, language, locale }: PageContext,
): readonly Chip[] => {
  const words = interfaceIn(language).search;
  const without = (name: string): string => changed(kept, name, null);
  return [
    ...describeDates(params['from-date'], params['to-date'], locale, words).map((label) => ({
      label,
      url: searchPath(withoutDates(kept)),
    })),
    ...(params.story.length > 0 ? [{ label: words.copiesOf, url: without('story') }] : []),
    ...(params.collection.length > 0
      ? [{ label: words.collection(params.collection.join(', ')), url: without('collection') }]
      : []),
    ...(params.like === undefined ? [] : [{ label: words.like(params.like), url: without('like') }]),
    ...(params.collapse ? [{ label: messages.copiesAsOne, url: without('collapse') }] : []),
  ];
};
