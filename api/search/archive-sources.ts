import { z } from 'zod';
import type { ApiServices } from '../services.ts';
import { labelOf } from './authorities.ts';
import { searchArticles } from './search-articles.ts';

/** How much of the archive each agency wrote, or each publisher published. */
export interface CountedSource {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Day of the last article, `yyyy-mm-dd`; null if none has a date. */
  readonly last: string | null;
}

export interface ArchiveSources {
  readonly agencies: readonly CountedSource[];
  readonly publishers: readonly CountedSource[];
}

const MOST = 500;

const counted = z.object({
  buckets: z.array(
    z.object({
      key: z.string(),
      doc_count: z.number(),
      last: z.object({ value_as_string: z.string().optional() }),
    }),
  ),
});

/** All agencies and publishers of the archive, the most articles first. */
export const readArchiveSources = async (
  language: string,
  services: ApiServices,
): Promise<ArchiveSources> => {
  const per = (field: string) => ({
    terms: { field, size: MOST },
    aggs: { last: { max: { field: 'date', format: 'yyyy-MM-dd' } } },
  });
  const answer = await searchArticles(
    { size: 0, track_total_hits: false, aggs: { agency: per('agency'), publisher: per('publisher') } },
    services,
  );
  const read = (facet: 'agency' | 'publisher'): readonly CountedSource[] =>
    counted.parse(answer?.aggregations?.[facet]).buckets.map(({ key, doc_count, last }) => ({
      id: key,
      label: labelOf(facet, key, language, services.authorities),
      count: doc_count,
      last: last.value_as_string ?? null,
    }));
  return { agencies: read('agency'), publishers: read('publisher') };
};
