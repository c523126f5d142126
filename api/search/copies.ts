import { z } from 'zod';
import type { ApiServices } from '../services.ts';
import { labelOf } from './authorities.ts';
import type { ArticleSummary, Reader } from './result.ts';
import { searchArticles } from './search-articles.ts';

const firstShape = z.object({
  id: z.string(),
  publisher: z.string().nullable().default(null),
  agency: z.array(z.string()).default([]),
  date: z.string().nullable().default(null),
});

const storiesShape = z.object({
  stories: z.object({
    buckets: z.array(
      z.object({
        key: z.string(),
        doc_count: z.number(),
        first: z.object({ hits: z.object({ hits: z.array(z.object({ _source: firstShape })) }) }),
      }),
    ),
  }),
});

/** The order in which copies appeared: by the printed day, then as they arrived. */
export const byAppearance = [{ date: { order: 'asc' } }, { received: 'asc' }, { id: 'asc' }] as const;

type Copies = NonNullable<ArticleSummary['copies']>;

/** How many copies each story has, independent of the search, and who published the first one. */
export const countCopies = async (
  stories: readonly string[],
  { language }: Pick<Reader, 'language'>,
  services: ApiServices,
): Promise<ReadonlyMap<string, Copies>> => {
  if (stories.length === 0) return new Map();
  const answer = await searchArticles(
    {
      size: 0,
      track_total_hits: false,
      query: { bool: { filter: [{ terms: { story: [...stories] } }] } },
      aggs: {
        stories: {
          terms: { field: 'story', size: stories.length, shard_size: stories.length },
          aggs: {
            first: {
              top_hits: { size: 1, sort: byAppearance, _source: ['id', 'publisher', 'agency', 'date'] },
            },
          },
        },
      },
    },
    services,
    { again: true },
  );
  const labelled = (facet: 'agency' | 'publisher') => (id: string) => ({
    id,
    label: labelOf(facet, id, language, services.authorities),
  });
  return new Map(
    storiesShape.parse(answer?.aggregations).stories.buckets.flatMap(({ key, doc_count, first }) => {
      const source = first.hits.hits[0]?._source;
      if (!source) return [];
      const { id, publisher, agency, date } = source;
      const copies: Copies = {
        count: doc_count,
        first: {
          id,
          date,
          publisher: publisher === null ? null : labelled('publisher')(publisher),
          agency: agency.map(labelled('agency')),
        },
        url: `/v1/articles?story=${encodeURIComponent(key)}`,
      };
      return [[key, copies] as const];
    }),
  );
};
