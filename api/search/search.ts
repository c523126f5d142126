import { InvalidParameters } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import type { FacetName, SearchParams } from '../params/search.ts';
import type { ApiServices } from '../services.ts';
import { proposeCorrection } from './correction.ts';
import { describeSearch } from './describe.ts';
import type { Answer } from './execute.ts';
import { amountOf, countShape, withStories } from './facets/counts.ts';
import { askDays, readDays, refinement } from './facets/date.ts';
import type { FacetContext } from './facets/facet.ts';
import { facetKinds } from './facets/index.ts';
import { summarize } from './hit.ts';
import { linkTo } from './links.ts';
import { planSearch, type SearchPlan } from './plan.ts';
import { readChoices, readExpansions } from './readings.ts';
import type { Facet, Reader, SearchResult } from './result.ts';
import { type Understanding, understand } from './understand.ts';

/** Elasticsearch's own window; beyond it a walk or an export is the way. */
export const LAST_RESULT = 10_000;

/**
 * Runs a search.
 *
 * @throws {InvalidQuery} with position and proposal
 * @throws {InvalidParameters} past the 10,000th result
 * @throws {SearchUnavailable} where Elasticsearch does not answer whole
 */
export const search = async (
  params: SearchParams,
  reader: Reader,
  services: ApiServices,
): Promise<SearchResult> => {
  checkWindow(params);
  const started = performance.now();
  const understood = understand(params, services.authorities);
  const contextOf = contexts(understood, reader, services);
  const plan = planSearch(understood, indexNames(services.config.prefix), contextOf);
  const answers = await services.execute(plan.calls);
  const facets = await readFacets(plan, answers, understood, contextOf, services);
  const result = render(understood, answers[0], facets, reader, services);
  const suggestion = result.total.count === 0 ? await proposeCorrection(params, reader, services) : null;
  return { ...result, suggestion, took: Math.round(performance.now() - started) };
};

/** The requests that a search sends, for measuring. */
export const planOf = (
  understood: Understanding,
  reader: Reader,
  { prefix, authorities }: { readonly prefix: string } & Pick<ApiServices, 'authorities'>,
): SearchPlan => planSearch(understood, indexNames(prefix), contexts(understood, reader, { authorities }));

const checkWindow = (params: SearchParams): void => {
  if (params.page * params['page-size'] > LAST_RESULT)
    throw new InvalidParameters([
      {
        parameter: 'page',
        detail: `reaches past result ${LAST_RESULT}: walk on with cursor=*, or take all with /v1/export`,
      },
    ]);
};

const contexts =
  (understood: Understanding, reader: Reader, { authorities }: Pick<ApiServices, 'authorities'>) =>
  (name: FacetName): FacetContext => ({
    params: understood.params,
    own: understood.filters.find(({ facet }) => facet === name) ?? null,
    links: understood.links,
    reader,
    authorities,
  });

const readFacets = async (
  plan: SearchPlan,
  answers: readonly Answer[],
  understood: Understanding,
  contextOf: (name: FacetName) => FacetContext,
  services: ApiServices,
): Promise<Record<string, Facet>> => {
  const facets: Record<string, Facet> = {};
  for (const name of understood.params.facets) {
    const at = plan.countedBy.get(name) ?? 0;
    const aggregations: Readonly<Record<string, unknown>> = answers[at]?.aggregations ?? {};
    if (isUncounted(answers[at])) {
      facets[name] = facetKinds[name].read(nothingCounted, 0, contextOf(name));
      continue;
    }
    const counts = at === 0 ? countShape.loose().parse(aggregations[name]) : aggregations;
    const total = at === 0 ? amountOf(countShape.parse(counts)) : totalOf(answers[at], understood.params);
    facets[name] = facetKinds[name].read(counts, total, contextOf(name));
  }
  if (facets.date && facets.date.options.length > 0 && refinement(facets.date))
    facets.date = await refineDates(plan, contextOf('date'), services);
  return facets;
};

/** No index holds the language, or no shard had to be asked: Elasticsearch then counts nothing at all. */
const isUncounted = (answer: Answer | undefined): boolean =>
  answer === undefined || answer._shards.total === 0 || answer.aggregations === undefined;

const nothingCounted = {
  values: { doc_count_error_upper_bound: 0, sum_other_doc_count: 0, buckets: [] },
  missing: { doc_count: 0 },
  selected: { buckets: {} },
  bars: { buckets: [] },
};

/** All lies within two months: days, or hours, say more than one bar. */
const refineDates = async (
  plan: SearchPlan,
  context: FacetContext,
  services: ApiServices,
): Promise<Facet> => {
  const [main] = plan.calls;
  if (!main) throw new Error('a plan without a search');
  const answers = await services.execute([
    {
      ...main,
      global: false,
      body: {
        size: 0,
        ...(main.body.query ? { query: main.body.query } : {}),
        aggs: {
          date: {
            ...main.body.aggs?.date,
            aggs: { ...askDays(context), ...withStories(context.params.collapse === 'story').aggs },
          },
        },
      },
    },
  ]);
  const counts = countShape.loose().parse(answers[0]?.aggregations?.date);
  return readDays(counts, amountOf(countShape.parse(counts)), context);
};

const totalOf = (answer: Answer | undefined, params: SearchParams): number => {
  if (params.collapse)
    return isUncounted(answer) ? 0 : amountOf(countShape.parse(answer?.aggregations?.total));
  const total = answer?.hits.total;
  return typeof total === 'number' ? total : (total?.value ?? 0);
};

const render = (
  understood: Understanding,
  answer: Answer | undefined,
  facets: Record<string, Facet>,
  reader: Reader,
  { authorities }: ApiServices,
): Omit<SearchResult, 'took'> => {
  const { params, query } = understood;
  const total = totalOf(answer, params);
  return {
    total: { count: total, exact: !params.collapse },
    description: describeSearch(understood, query, total, reader.language, authorities),
    results: (answer?.hits.hits ?? []).flatMap(({ _source, highlight, _explanation }) =>
      _source
        ? [
            {
              ...summarize(_source, reader, authorities, highlight),
              ...(_explanation ? { why: explain(_explanation) } : {}),
            },
          ]
        : [],
    ),
    facets,
    choices: readChoices(understood, reader, authorities),
    expansions: readExpansions(understood, reader, authorities),
    suggestion: null,
    links: pageLinks(understood, total, reader),
  };
};

const pageLinks = (
  { params, links }: Understanding,
  total: number,
  { path }: Reader,
): Record<string, string> => {
  const last = Math.min(
    Math.ceil(total / Math.max(1, params['page-size'])),
    Math.floor(LAST_RESULT / Math.max(1, params['page-size'])),
  );
  const page = (number: number): string =>
    linkTo(path, links, { page: number === 1 ? [] : [String(number)] });
  const feed = (format: string): string => linkTo('/v1/articles', links, { format: [format], page: [] });
  return {
    self: page(params.page),
    ...(params.page > 1 ? { first: page(1), prev: page(params.page - 1) } : {}),
    ...(params.page < last ? { next: page(params.page + 1) } : {}),
    rss: feed('rss'),
    atom: feed('atom'),
    jsonfeed: feed('jsonfeed'),
    csv: feed('csv'),
    export: linkTo('/v1/export', onlyFilters(links), {}),
  };
};

const notInExport: ReadonlySet<string> = new Set([
  'page',
  'page-size',
  'facets',
  'facet-limit',
  'fields',
  'highlight',
  'explain',
  'format',
  'sort',
  'collapse',
]);

const onlyFilters = (links: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> =>
  new Map(Array.from(links).filter(([name]) => !notInExport.has(name)));

interface Explanation {
  readonly value: number;
  readonly description: string;
  readonly details?: readonly Explanation[];
}

/** The largest parts of a score, in Elasticsearch's words. */
const explain = (explanation: Explanation): string =>
  [explanation, ...(explanation.details ?? [])]
    .slice(0, 6)
    .map(({ value, description }) => `${value.toFixed(2)} ${description.slice(0, 200)}`)
    .join('; ');
