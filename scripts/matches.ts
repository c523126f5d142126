import { parseParameters, readQuery } from '../api/params/read.ts';
import { filterShape, searchSchema } from '../api/params/search.ts';
import type { Clause } from '../api/search/filters.ts';
import { queryOf } from '../api/search/plan.ts';
import { understand } from '../api/search/understand.ts';
import { loadAuthorities } from '../authorities/load.ts';
import { InvalidParameters } from '../domain/errors.ts';
import { readPeopleLog } from '../platform/people-log.ts';
import type { CommandStore } from './open-store.ts';

export interface Match {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  /** `yyyy-mm-dd`; null if the article has no date. */
  readonly date: string | null;
}

/** The articles that a command applies to. */
export interface Selection {
  readonly index: string | string[];
  readonly query: Clause;
}

const pageSize = 200;

/**
 * Reads a query as in the address of a search (`q=peace&agency=xinhua`) or plain words, with the operators' edits of
 * persons. Only filter parameters are accepted.
 *
 * @param languages  profile codes; empty for all
 * @throws {InvalidQuery} {InvalidParameters}
 */
export const selectMatches = async (
  { client, names, config }: CommandStore,
  where: string,
  languages: readonly string[] = [],
): Promise<Selection> => {
  const authorities = loadAuthorities({ peopleTable: config.people.table });
  authorities.edited.apply(await readPeopleLog(client, names.state));
  const written = new URLSearchParams(where.includes('=') ? where : { q: where });
  refuseOthers([...written.keys()]);
  const parameters = parseParameters(searchSchema, readQuery(written));
  const { text, filters } = understand(parameters, { ...authorities, collections: names.collections });
  return {
    index: languages.length > 0 ? languages.map(names.readingOf) : names.articles,
    query: queryOf(
      text,
      filters.map(({ clause }) => clause),
    ),
  };
};

/** Parameters that affect only the display, or need counts of the archive. */
const unapplied = ['collapse', 'translate', 'translate-without'];
const applied = Object.keys(filterShape).filter((name) => !unapplied.includes(name));

/** Rejected, because ignoring a parameter would select other articles than the operator means. */
const refuseOthers = (given: readonly string[]): void => {
  const others = given.filter((parameter) => !applied.includes(parameter));
  if (others.length > 0)
    throw new InvalidParameters(
      others.map((parameter) => ({
        parameter,
        detail: `does not select articles here; what does: ${applied.join(', ')}`,
      })),
    );
};

// A language without articles has no index yet.
const lenient = { ignore_unavailable: true } as const;

/** @throws {StoreUnavailable} if a part of the archive does not answer, because its articles would be missed */
export const countMatches = async ({ client }: CommandStore, selection: Selection): Promise<number> => {
  const { count } = await client.count({ ...selection, ...lenient });
  return count;
};

/** Pages of matches by id, each read after the previous one is processed. */
export async function* readMatches(
  { client }: CommandStore,
  selection: Selection,
): AsyncGenerator<readonly Match[]> {
  for (let after: string | undefined; ; ) {
    const { hits } = await client.search<Match>({
      ...selection,
      ...lenient,
      size: pageSize,
      _source: ['id', 'revision', 'title', 'date'],
      track_total_hits: false,
      sort: [{ id: { order: 'asc' } }],
      ...(after === undefined ? {} : { search_after: [after] }),
    });
    const found = hits.hits.flatMap(({ _source }) => (_source ? [_source] : []));
    if (found.length === 0) return;
    yield found;
    after = found.at(-1)?.id;
  }
}
