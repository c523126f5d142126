import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { pause } from '../../platform/pause.ts';
import { ownSearches } from '../../platform/search-groups.ts';

/** Gives searches priority over copying. */
export interface Courtesy {
  /**
   * Runs the work of one page with a maximum of documents: at once while there are no searches, otherwise one page at a
   * time with a pause after it.
   */
  readonly turn: <T>(work: (mostDocuments: number) => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

/** Does not yield to searches. */
export const noCourtesy: Courtesy = {
  turn: (work) => work(Number.POSITIVE_INFINITY),
  close: () => {},
};

const lookEveryMs = 1000;
/** Before the first page: otherwise the first second, at full speed, would disturb readers most in a short copy. */
const firstLooksApartMs = 300;
/** Small pages: a search that arrives in the middle of one waits less. */
const politeDocuments = 50;
/** Pause as a multiple of the time that a page took. */
const rest = 2;
/** After the last search that was seen. */
const remainsPoliteMs = 5000;

/**
 * Watches how many searches of readers the indices of an alias answer. While there are any, pages are small and copied
 * one at a time, with a pause twice as long as each page took, because searches and copying share the machine's
 * cores.
 *
 * @param alias of the indices that readers search
 */
export const createCourtesy = (client: Client, alias: string): Courtesy => {
  let counted: number | null = null;
  let politeUntil = 0;
  const look = async (): Promise<void> => {
    // While the counts cannot be read, the reindex does not yield.
    const now = await countSearches(client, alias).catch(() => null);
    if (now !== null && counted !== null && now > counted) politeUntil = Date.now() + remainsPoliteMs;
    counted = now ?? counted;
  };
  const known = look()
    .then(() => pause(firstLooksApartMs))
    .then(look);
  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();
  const isPolite = (): boolean => Date.now() < politeUntil;
  let before: Promise<unknown> = Promise.resolve();

  const alone: Courtesy['turn'] = (work) => {
    const began = before.then(() => performance.now());
    const result = began.then(() => work(politeDocuments));
    before = Promise.all([began, result]).then(
      ([at]) => pause((performance.now() - at) * rest),
      () => {},
    );
    return result;
  };
  return {
    turn: async (work) => {
      await known;
      return isPolite() ? alone(work) : noCourtesy.turn(work);
    },
    close: () => clearInterval(timer),
  };
};

const counts = z.object({
  _all: z.object({
    total: z.object({
      search: z.object({
        query_total: z.number(),
        groups: z.record(z.string(), z.object({ query_total: z.number() })).default({}),
      }),
    }),
  }),
});

/** Searches of readers since the shards were opened; a count that falls means that one was opened again. */
const countSearches = async (client: Client, alias: string): Promise<number> => {
  const groups = Object.values(ownSearches);
  const answer: unknown = await client.indices.stats({ index: alias, metric: 'search', groups });
  const { query_total: all, groups: own } = counts.parse(answer)._all.total.search;
  return all - Object.values(own).reduce((sum, { query_total }) => sum + query_total, 0);
};
