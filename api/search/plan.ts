import type { estypes } from '@elastic/elasticsearch';
import type { IndexNames } from '../../mappings/names.ts';
import type { FacetName } from '../facets/names.ts';
import type { SearchParams } from '../params/search.ts';
import type { SearchBody, SearchCall } from './execute.ts';
import { withStories } from './facets/counts.ts';
import type { Aggregation, FacetContext } from './facets/facet.ts';
import { facetKind } from './facets/index.ts';
import type { Clause, Filter } from './filters.ts';
import { buildHighlight, type HighlightPlan } from './highlight.ts';
import { shownFields } from './hit.ts';
import type { LinkParameters } from './links.ts';

/** A parsed search, ready to be planned. */
export interface UnderstoodSearch {
  readonly params: SearchParams;
  /** Null for everything. */
  readonly text: Clause | null;
  readonly highlights: HighlightPlan | null;
  /** Whether the query can rank, because it has words. */
  readonly ranks: boolean;
  readonly filters: readonly Filter[];
  readonly links: LinkParameters;
}

export interface SearchPlan {
  readonly calls: readonly SearchCall[];
  /** Which answer counts which facet. */
  readonly countedBy: ReadonlyMap<FacetName, number>;
}

/** The context of each facet, by its name. */
export type ContextOf = (name: FacetName) => FacetContext;

/**
 * One request for hits and facets. A language is searched in its own index; its facet, which counts without its own
 * filter, then needs a second search over all of them, sent along in the same request.
 */
export const planSearch = (search: UnderstoodSearch, names: IndexNames, contextOf: ContextOf): SearchPlan => {
  const { params, filters } = search;
  const languages = filters.find(({ facet }) => facet === 'lang');
  const apart = languages !== undefined && params.facets.includes('lang');
  const here = params.facets.filter((name) => !(apart && name === 'lang'));
  const main: SearchCall = {
    ...whereOf(languages, names),
    global: sortOf(search) === 'relevance',
    explained: params.explain,
    body: {
      ...buildBody(search, here, contextOf, languages),
      ...hitsOf(search),
    },
  };
  const aside: SearchCall = {
    index: names.articles,
    optional: false,
    global: false,
    body: {
      size: 0,
      track_total_hits: true,
      query: queryOf(
        search.text,
        filters.filter(({ facet }) => facet !== 'lang').map(({ clause }) => clause),
      ),
      aggs: { ...facetKind('lang').ask(contextOf('lang')), ...totalStories(search) },
    },
  };
  return {
    calls: apart ? [main, aside] : [main],
    countedBy: new Map([
      ...here.map((name): [FacetName, number] => [name, 0]),
      ...(apart ? ([['lang', 1]] as [FacetName, number][]) : []),
    ]),
  };
};

/** An index has one language, so the choice of indices implies everything except the script. */
export const whereOf = (
  languages: Filter | undefined,
  names: IndexNames,
): Pick<SearchCall, 'index' | 'optional'> =>
  languages
    ? {
        index: [...new Set(languages.values.map((tag) => names.readingOf(tag.split('-')[0] ?? tag)))].sort(),
        optional: true,
      }
    : { index: names.articles, optional: false };

/**
 * Filters of shown facets are applied after counting (`post_filter`), so that each facet counts under the filters of
 * the others. All other filters are applied first, including the date, whose bars are inside the requested range.
 */
const buildBody = (
  search: UnderstoodSearch,
  facets: readonly FacetName[],
  contextOf: ContextOf,
  languages: Filter | undefined,
): SearchBody => {
  const filters = search.filters.filter((filter) => filter !== languages || needsScript(filter));
  const counted: ReadonlySet<string> = new Set(facets.filter((name) => name !== 'date'));
  const later = filters.filter(({ facet }) => counted.has(facet));
  const first = filters.filter((filter) => !later.includes(filter));
  return {
    track_total_hits: true,
    query: queryOf(
      search.text,
      first.map(({ clause }) => clause),
    ),
    ...(later.length > 0 ? { post_filter: allOf(later) } : {}),
    aggs: {
      ...Object.fromEntries(facets.map((name) => [name, facetAggregation(name, later, contextOf(name))])),
      ...totalStories(search, later),
    },
  };
};

const needsScript = ({ values }: Filter): boolean => values.some((tag) => tag.includes('-'));

const facetAggregation = (name: FacetName, later: readonly Filter[], context: FacetContext): Aggregation => {
  const others = later.filter(({ facet }) => facet !== name);
  return {
    filter: others.length > 0 ? allOf(others) : { match_all: {} },
    aggs: { ...facetKind(name).ask(context), ...withStories(context.params.collapse === 'story').aggs },
  };
};

/** Hits are collapsed, but the total is not, so stories are counted separately. */
const totalStories = (
  { params }: UnderstoodSearch,
  later: readonly Filter[] = [],
): Record<string, Aggregation> =>
  params.collapse === 'story'
    ? { total: { filter: later.length > 0 ? allOf(later) : { match_all: {} }, ...withStories(true) } }
    : {};

const allOf = (filters: readonly Filter[]): Clause => {
  const [only] = filters;
  return filters.length === 1 && only
    ? only.clause
    : { bool: { filter: filters.map(({ clause }) => clause) } };
};

export const queryOf = (text: Clause | null, filter: readonly Clause[]): Clause => {
  if (text === null && filter.length === 0) return { match_all: {} };
  return { bool: { ...(text ? { must: [text] } : {}), filter: [...filter] } };
};

const sortOf = ({
  params,
  ranks,
}: Pick<UnderstoodSearch, 'params' | 'ranks'>): 'relevance' | 'newest' | 'oldest' => {
  const wanted = params.sort ?? (ranks ? 'relevance' : 'newest');
  return wanted === 'relevance' && !ranks ? 'newest' : wanted;
};

/** Ends with the id, so that pages neither repeat nor skip results. */
export const sortKeys = (search: Pick<UnderstoodSearch, 'params' | 'ranks'>): estypes.SortCombinations[] => {
  const order = sortOf(search);
  if (order === 'relevance') return [{ _score: { order: 'desc' } }, { id: { order: 'asc' } }];
  const direction = order === 'newest' ? 'desc' : 'asc';
  return [
    // `_last` would insert the smallest long, which JavaScript's JSON cannot pass to the next page. Positions are parsed in
    // the field's own format, so they must be written in it. `missing` is a number in either case.
    {
      date: {
        order: direction,
        missing: order === 'newest' ? Date.parse('0001-01-01') : Date.parse('9999-12-31'),
        format: 'strict_date',
      },
    },
    { received: { order: direction, format: 'strict_date_optional_time' } },
    { id: { order: 'asc' } },
  ];
};

const hitsOf = (search: UnderstoodSearch): SearchBody => {
  const { params } = search;
  const size = params['page-size'];
  return {
    size,
    from: (params.page - 1) * size,
    sort: sortKeys(search),
    ...(sortOf(search) === 'relevance' ? {} : { track_scores: false }),
    _source: [...shownFields, ...(params.fields?.includes('body') ? ['body'] : [])],
    ...((params.highlight || params.context > 0) && search.ranks && search.highlights && size > 0
      ? { highlight: buildHighlight(search.highlights, params.context > 0) }
      : {}),
    ...(params.collapse ? { collapse: { field: 'story' } } : {}),
    ...(params.explain && sortOf(search) !== 'relevance' ? { track_scores: true } : {}),
  };
};
