import type { ApiServices } from '../services.ts';
import type { Answer, SearchCall } from './execute.ts';
import { amountOf, countShape, looseCount, withStories } from './facets/counts.ts';
import { askDays, readDays, refines } from './facets/date.ts';
import { countDays } from './facets/date-days.ts';
import type { FacetContext } from './facets/facet.ts';
import { facetKind } from './facets/index.ts';
import type { ShownDocument } from './hit.ts';
import type { ContextOf, SearchPlan } from './plan.ts';
import type { Facet } from './result.ts';
import { totalHits } from './search-articles.ts';
import type { Understanding } from './understand.ts';

/** Reads the facets from a plan's answers; sends a second request if days or hours are more useful than months. */
export const readFacets = async (
  plan: SearchPlan,
  answers: readonly Answer[],
  understood: Understanding,
  contextOf: ContextOf,
  services: ApiServices,
): Promise<Record<string, Facet>> => {
  const facets: Record<string, Facet> = {};
  for (const name of understood.params.facets) {
    const at = plan.countedBy.get(name) ?? 0;
    const aggregations: Readonly<Record<string, unknown>> = answers[at]?.aggregations ?? {};
    if (isUncounted(answers[at])) {
      facets[name] = facetKind(name).read(nothingCounted, 0, contextOf(name));
      continue;
    }
    const counts = at === 0 ? looseCount.parse(aggregations[name]) : aggregations;
    const total =
      at === 0
        ? amountOf(countShape.parse(counts))
        : totalOf(answers[at], understood.params.collapse !== undefined);
    facets[name] = facetKind(name).read(counts, total, contextOf(name));
  }
  if (facets.date && refines(facets.date, understood.params)) {
    const all = wholeAnswer(answers[0], facets.date.total, understood);
    facets.date = all
      ? readDays(countDays(all), all.length, contextOf('date'))
      : await refineDates(plan, contextOf('date'), services);
  }
  return facets;
};

/** The documents, if one page contains all that the date facet counts; else null. */
const wholeAnswer = (
  answer: Answer | undefined,
  total: number,
  { params }: Understanding,
): readonly ShownDocument[] | null => {
  const shown = (answer?.hits.hits ?? []).flatMap(({ _source }) => (_source ? [_source] : []));
  const whole = shown.length === total && !params.collapse;
  return whole ? shown : null;
};

/** If no index has the language, or no shard was searched, Elasticsearch returns no counts at all. */
const isUncounted = (answer: Answer | undefined): boolean =>
  answer === undefined || answer._shards.total === 0 || answer.aggregations === undefined;

const nothingCounted = {
  values: { doc_count_error_upper_bound: 0, sum_other_doc_count: 0, buckets: [] },
  missing: { doc_count: 0 },
  selected: { buckets: {} },
  bars: { buckets: [] },
  published: { doc_count: 0, bars: { buckets: [] } },
  updated: { doc_count: 0, bars: { buckets: [] } },
};

/** Everything is within two months: days or hours are more useful than one bar. */
const refineDates = async (
  plan: SearchPlan,
  context: FacetContext,
  services: ApiServices,
): Promise<Facet> => {
  const [main] = plan.calls;
  if (!main) throw new Error('a plan without a search');
  const days: SearchCall = {
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
  };
  const answers = await services.execute([days], { again: true });
  const counts = looseCount.parse(answers[0]?.aggregations?.date);
  return readDays(counts, amountOf(countShape.parse(counts)), context);
};

/** What matches, articles or stories. */
export const totalOf = (answer: Answer | undefined, stories: boolean): number => {
  if (stories) return isUncounted(answer) ? 0 : amountOf(countShape.parse(answer?.aggregations?.total));
  return totalHits(answer);
};
