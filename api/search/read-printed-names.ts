import { z } from 'zod';
import { OF_NAME } from '../../authorities/people/matching/normalize-name.ts';
import type { Logger } from '../../platform/log.ts';
import type { SearchBody, SearchExecutor } from './execute.ts';
import type { PrintedNames } from './printed-names.ts';
import { searchArticles } from './search-articles.ts';

/** Size of the cache of names; some 2 MB. */
const MOST_KEPT = 20_000;
/** Most names of one request; a page of results with its facets has fewer. */
const MOST_ASKED = 300;
/** A headline in capitals says less about a name than another article. */
const ARTICLES_READ = 2;

/** For this long, a name that no article prints, for example an author's, is not searched again. */
const MISSED_MS = 3_600_000;

export const createPrintedNames = (
  execute: SearchExecutor,
  { prefix, clock, log }: { readonly prefix: string; readonly clock: () => Date; readonly log: Logger },
): PrintedNames => {
  const kept = new Map<string, string>();
  /** Time of each unsuccessful search. */
  const missed = new Map<string, number>();
  const isKnown = (id: string): boolean =>
    kept.has(id) || (missed.get(id) ?? Number.NEGATIVE_INFINITY) > clock().getTime() - MISSED_MS;
  return {
    of: (id) => kept.get(id),
    learn: async (ids) => {
      const wanted = new Set([...ids].filter((id) => id.startsWith(OF_NAME) && !isKnown(id)));
      const asked = [...wanted].slice(0, MOST_ASKED);
      if (asked.length === 0) return;
      try {
        const answer = await searchArticles(bodyFor(asked), { execute, config: { prefix } }, { again: true });
        const found = readNames(answer?.aggregations, asked);
        for (const names of [kept, missed]) if (names.size > MOST_KEPT) names.clear();
        for (const id of asked) missed.set(id, clock().getTime());
        for (const [id, name] of found) {
          kept.set(id, name);
          missed.delete(id);
        }
      } catch (error) {
        log.warn({ err: error }, 'printed names could not be read');
      }
    },
  };
};

const bodyFor = (ids: readonly string[]): SearchBody => ({
  size: 0,
  track_total_hits: false,
  query: { bool: { filter: [{ terms: { people: [...ids] } }] } },
  aggs: {
    named: {
      filters: { filters: Object.fromEntries(ids.map((id, at) => [`${at}`, { term: { people: id } }])) },
      aggs: { articles: { top_hits: { size: ARTICLES_READ, _source: ['mentions'] } } },
    },
  },
});

const answerShape = z.object({
  named: z.object({
    buckets: z.record(
      z.string(),
      z.object({
        articles: z.object({
          hits: z.object({
            hits: z.array(
              z.object({
                _source: z.object({ mentions: z.array(z.object({ id: z.string(), name: z.string() })) }),
              }),
            ),
          }),
        }),
      }),
    ),
  }),
});

const readNames = (aggregations: unknown, ids: readonly string[]): readonly (readonly [string, string])[] => {
  const { named } = answerShape.parse(aggregations);
  return ids.flatMap((id, at) => {
    const articles = named.buckets[`${at}`]?.articles.hits.hits ?? [];
    const names = articles.flatMap(({ _source }) =>
      _source.mentions.filter((person) => person.id === id).map(({ name }) => name),
    );
    const name = names.find((each) => each !== each.toUpperCase()) ?? names[0];
    return name === undefined ? [] : [[id, name] as const];
  });
};
