import { z } from 'zod';
import { indexNames } from '../../mappings/names.ts';
import type { Logger } from '../../platform/log.ts';
import type { SearchExecutor } from './execute.ts';
import type { PrintedNames } from './printed-names.ts';

const OWN = 'name:';
/** Names are read once; some 2 MB. */
const MOST_KEPT = 20_000;
/** Of one request: a page of results with its facets names fewer. */
const MOST_ASKED = 300;
/** A headline in capitals says less about a name than another article. */
const ARTICLES_READ = 2;

export const createPrintedNames = (
  execute: SearchExecutor,
  { prefix, log }: { readonly prefix: string; readonly log: Logger },
): PrintedNames => {
  const kept = new Map<string, string>();
  return {
    of: (id) => kept.get(id),
    learn: async (ids) => {
      const wanted = new Set([...ids].filter((id) => id.startsWith(OWN) && !kept.has(id)));
      const asked = [...wanted].slice(0, MOST_ASKED);
      if (asked.length === 0) return;
      try {
        const [answer] = await execute([namesCall(prefix, asked)], { again: true });
        if (kept.size > MOST_KEPT) kept.clear();
        for (const [id, name] of readNames(answer?.aggregations, asked)) kept.set(id, name);
      } catch (error) {
        log.warn({ err: error }, 'names as printed could not be read');
      }
    },
  };
};

const namesCall = (prefix: string, ids: readonly string[]) => ({
  index: indexNames(prefix).articles,
  optional: false,
  global: false,
  body: {
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: [{ terms: { people: [...ids] } }] } },
    aggs: {
      named: {
        filters: { filters: Object.fromEntries(ids.map((id, at) => [`${at}`, { term: { people: id } }])) },
        aggs: { articles: { top_hits: { size: ARTICLES_READ, _source: ['mentions'] } } },
      },
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
  const answer = answerShape.safeParse(aggregations);
  // An archive without any index aggregates nothing.
  if (!answer.success) return [];
  return ids.flatMap((id, at) => {
    const articles = answer.data.named.buckets[`${at}`]?.articles.hits.hits ?? [];
    const names = articles.flatMap(({ _source }) =>
      _source.mentions.filter((person) => person.id === id).map(({ name }) => name),
    );
    const name = names.find((each) => each !== each.toUpperCase()) ?? names[0];
    return name === undefined ? [] : [[id, name] as const];
  });
};
