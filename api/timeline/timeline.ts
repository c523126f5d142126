import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { indexNames } from '../../mappings/names.ts';
import { nameFacet } from '../facets/index.ts';
import type { ValueFacetName } from '../facets/names.ts';
import { type SearchParams, searchSchema } from '../params/search.ts';
import { labelOf, languageName } from '../search/authorities.ts';
import type { Clause } from '../search/clause.ts';
import { dateClause } from '../search/date-clause.ts';
import type { Answer, SearchBody, SearchCall } from '../search/execute.ts';
import { askBars, coarserThan, readBars, readCoarse, withoutCoarse } from '../search/facets/date-bars.ts';
import type { Aggregation } from '../search/facets/facet.ts';
import { queryOf } from '../search/plan.ts';
import { totalHits } from '../search/search-articles.ts';
import { understand } from '../search/understand.ts';
import type { ApiServices } from '../services.ts';
import type { Timeline, TimelineParams, TimelineSeries } from './schema.ts';
import { intervalOf, spanOfTimeline } from './span.ts';
import { type Interval, type Step, stepsBetween } from './steps.ts';

/** Number of series into which `timeline-by` splits a query. */
const MOST_SPLIT = 10;
/** Number of candidates for them; more, because delisted persons are counted but not shown. */
const MOST_PEOPLE_COUNTED = 2 * MOST_SPLIT;
const SHARD_SIZE = 1000;

/**
 * Counts over time of one or more queries with the same filters, and their share of everything published.
 *
 * @throws {InvalidParameters} if the interval gives too many bars
 * @throws {InvalidQuery} {SearchUnavailable}
 */
export const readTimeline = async (
  params: TimelineParams,
  language: string,
  services: ApiServices,
): Promise<Timeline> => {
  const questions = await questionsOf(params, services);
  const callOf = callWith(services);
  const ask = (bodies: readonly SearchBody[]) => services.execute(bodies.map(callOf));
  const clauses = questions.map(({ clause }) => clause);
  const span = await spanOfTimeline(params, clauses, ask);
  const by = params['timeline-by'];
  const interval = span && intervalOf(params, span, questions.length * (by ? 1 + MOST_SPLIT : 1));
  const steps = span && interval ? stepsBetween(span.from, span.to, interval) : [];
  const bars = askBars(interval ?? 'year', coarserThan(interval ?? 'year'));
  const everything = dateClause(span?.from ?? null, span?.to ?? null) ?? { match_all: {} };
  const [published, ...answers] = await ask([
    { query: everything, aggs: bars },
    ...clauses.map((clause) => countsOf(clause, bars, by)),
  ]);
  const all = countsIn(published?.aggregations, interval);
  return {
    interval: interval ?? null,
    from: span?.from ?? null,
    to: span?.to ?? null,
    series: questions.flatMap(({ q }, index) =>
      readSeries(q, answers[index], { interval, steps, all, by, language, services }),
    ),
  };
};

/** The words and filters of a search, without parameters of a page. */
const questionsOf = async (params: TimelineParams, { authorities }: ApiServices) => {
  const { q: queries, interval: _, 'timeline-by': __, format: ___, ...filters } = params;
  const questions: { readonly q: string; readonly clause: Clause }[] = [];
  for (const q of queries.length > 0 ? queries : ['']) {
    const asked: SearchParams = { ...searchSchema.parse({}), ...filters, q, facets: [] };
    const understood = understand(asked, authorities);
    const clause = queryOf(
      understood.text,
      understood.filters.map((filter) => filter.clause),
    );
    questions.push({ q, clause });
    // Names and translations are looked up for each query; other requests go on in between.
    await setImmediate();
  }
  return questions;
};

const callWith =
  ({ config }: ApiServices) =>
  (body: SearchBody): SearchCall => ({
    index: indexNames(config.prefix).articles,
    optional: false,
    global: false,
    body: { size: 0, ...body },
  });

const fieldOf = (by: ValueFacetName): string => (by === 'lang' ? 'language' : nameFacet(by).field);

/** Whose values may be delisted. */
const isOfPeople = (by: ValueFacetName): boolean => by === 'person' || by === 'author';

const countsOf = (
  query: Clause,
  bars: Readonly<Record<string, Aggregation>>,
  by: ValueFacetName | undefined,
): SearchBody => ({
  track_total_hits: true,
  query,
  aggs: {
    ...bars,
    ...(by
      ? {
          by: {
            terms: {
              field: fieldOf(by),
              size: isOfPeople(by) ? MOST_PEOPLE_COUNTED : MOST_SPLIT,
              shard_size: SHARD_SIZE,
            },
            aggs: bars,
          },
        }
      : {}),
  },
});

/** Counts by the first day of a step, without articles whose date is longer than a step. */
const countsIn = (
  counts: Readonly<Record<string, unknown>> | undefined,
  interval: Interval | null,
): ReadonlyMap<string, number> => {
  if (interval === null || counts?.bars === undefined) return new Map();
  const coarse = readCoarse(counts, coarserThan(interval));
  return new Map(
    withoutCoarse(readBars(counts.bars), coarse, interval).map(({ day, count }) => [day, count]),
  );
};

const splitShape = z.object({
  buckets: z.array(z.looseObject({ key: z.string(), doc_count: z.number() })),
});

interface Reading {
  readonly interval: Interval | null;
  readonly steps: readonly Step[];
  readonly all: ReadonlyMap<string, number>;
  readonly by: ValueFacetName | undefined;
  readonly language: string;
  readonly services: Pick<ApiServices, 'authorities'>;
}

/** The whole query; with `timeline-by` followed by its ten largest parts. */
const readSeries = (q: string, answer: Answer | undefined, reading: Reading): readonly TimelineSeries[] => {
  const { by, language, services } = reading;
  const whole = seriesOf(q, totalHits(answer), answer?.aggregations, reading);
  if (!by || answer?.aggregations?.by === undefined) return [whole];
  const { people } = services.authorities;
  const shown = splitShape
    .parse(answer.aggregations.by)
    .buckets.filter(({ key }) => !isOfPeople(by) || !people.isDelisted(key));
  const parts = shown.slice(0, MOST_SPLIT).map(({ key, doc_count, ...counts }) => ({
    ...seriesOf(q, doc_count, counts, reading),
    by: {
      name: by,
      value: key,
      label: by === 'lang' ? languageName(key, language) : labelOf(by, key, language, services.authorities),
    },
  }));
  return [whole, ...parts];
};

const seriesOf = (
  q: string,
  total: number,
  aggregations: Readonly<Record<string, unknown>> | undefined,
  { interval, steps, all }: Reading,
): TimelineSeries => {
  const counts = countsIn(aggregations, interval);
  const shown = steps.map(({ value, key, from, to }) => {
    const [count, published] = [counts.get(key) ?? 0, all.get(key) ?? 0];
    return {
      value,
      from,
      to,
      count,
      all: published,
      share: published === 0 ? null : round(count / published),
    };
  });
  return {
    q,
    by: null,
    total,
    undated: total - shown.reduce((sum, { count }) => sum + count, 0),
    bars: shown,
  };
};

/** Six decimals: one article in a million. */
const round = (share: number): number => Math.round(share * 1e6) / 1e6;
