import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { labelOf } from '../search/authorities.ts';
import type { Clause } from '../search/clause.ts';
import { dateClause } from '../search/date-clause.ts';
import { monthBars, monthBarsShape, readMonths } from '../search/month-bars.ts';
import { queryOf } from '../search/plan.ts';
import { searchArticles, totalHits } from '../search/search-articles.ts';
import type { ApiServices } from '../services.ts';

const monthSchema = z.strictObject({ month: z.string(), count: z.number().int() });

export const networkSchema = z
  .strictObject({
    person: z.string(),
    nodes: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        articles: z.number().int().meta({ description: 'Articles that name them, with the filters' }),
        together: z.number().int().meta({ description: 'Articles that name them together with the person' }),
        months: z.array(monthSchema).meta({ description: 'The same by month' }),
      }),
    ),
    edges: z.array(
      z.strictObject({
        source: z.string(),
        target: z.string(),
        count: z.number().int().meta({ description: 'Articles that name both' }),
      }),
    ),
  })
  .meta({ id: 'PersonNetwork' });
export type Network = z.infer<typeof networkSchema>;

export interface NetworkQuestion {
  readonly id: string;
  /** Most further persons; those named together most often come first. */
  readonly size: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly language: string;
}

/**
 * The network of a person: the persons named together with them, and all edges between these.
 *
 * @throws {NotFound} if neither a record nor an article has the id
 */
export const readNetwork = async (question: NetworkQuestion, services: ApiServices): Promise<Network> => {
  const { id, size, language } = question;
  const { people } = services.authorities;
  const own = people.get(id)?.id ?? id;
  if (people.isDelisted(id) || people.isDelisted(own)) throw unknown(id);
  const when = dateClause(question.from ?? null, question.to ?? null);
  const filters = when ? [when] : [];
  const naming = (one: string): Clause => ({
    terms: { people: one === own ? [...new Set([own, id])] : [one] },
  });
  const near = await readNeighbours(queryOf(null, [naming(own), ...filters]), size + 2, services);
  if (near.articles === 0 && !people.get(id)) throw unknown(id);
  const neighbours = near.people
    .filter(({ key }) => key !== own && key !== id && !people.isDelisted(key))
    .slice(0, size);
  const ids = [own, ...neighbours.map(({ key }) => key)];
  const ties = await countTies(ids, naming, queryOf(null, filters), services);
  return {
    person: own,
    nodes: ids.map((one) => {
      const neighbour = neighbours.find(({ key }) => key === one);
      return {
        id: one,
        label: labelOf('person', one, language, services.authorities),
        articles: ties.articles.get(one) ?? 0,
        together: neighbour?.doc_count ?? near.articles,
        months: readMonths(neighbour?.months ?? near.months),
      };
    }),
    edges: ties.edges,
  };
};

const unknown = (id: string): NotFound => new NotFound(`there is no person ${id.slice(0, 100)}`);

const neighboursShape = z.object({
  months: monthBarsShape,
  people: z.object({
    buckets: z.array(z.object({ key: z.string(), doc_count: z.number(), months: monthBarsShape })),
  }),
});

const readNeighbours = async (query: Clause, size: number, services: ApiServices) => {
  const answer = await searchArticles(
    {
      size: 0,
      track_total_hits: true,
      query,
      aggs: {
        months: monthBars,
        people: { terms: { field: 'people', size, shard_size: 1000 }, aggs: { months: monthBars } },
      },
    },
    services,
  );
  const found = neighboursShape.parse(answer?.aggregations);
  return {
    articles: totalHits(answer),
    months: found.months,
    people: found.people.buckets,
  };
};

const withShape = z.object({
  doc_count: z.number(),
  with: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }),
});
const tiesShape = z.object({ ties: z.object({ buckets: z.record(z.string(), withShape) }) });

interface Ties {
  /** Articles that name one of them. */
  readonly articles: ReadonlyMap<string, number>;
  readonly edges: Network['edges'];
}

/** All pairs; the person who comes first in the list counts the edge. */
const countTies = async (
  ids: readonly string[],
  naming: (id: string) => Clause,
  query: Clause,
  services: ApiServices,
): Promise<Ties> => {
  const answer = await searchArticles(
    {
      size: 0,
      track_total_hits: false,
      query,
      aggs: {
        ties: {
          filters: { filters: Object.fromEntries(ids.map((id) => [id, naming(id)])) },
          aggs: {
            with: { terms: { field: 'people', include: [...ids], size: ids.length, shard_size: 1000 } },
          },
        },
      },
    },
    services,
    { again: true },
  );
  const { buckets } = tiesShape.parse(answer?.aggregations).ties;
  const place = new Map(ids.map((id, at) => [id, at]));
  return {
    articles: new Map(Object.entries(buckets).map(([id, { doc_count }]) => [id, doc_count])),
    edges: ids.flatMap((source, at) =>
      (buckets[source]?.with.buckets ?? [])
        .filter(({ key }) => (place.get(key) ?? -1) > at)
        .map(({ key, doc_count }) => ({ source, target: key, count: doc_count })),
    ),
  };
};
