import { sendBulk } from '../bulk.ts';
import { deleteMatching } from '../delete-matching.ts';
import type { Elasticsearch } from '../elasticsearch.ts';
import { deliveryIdOf, type MatchRecord } from './records.ts';
import { requireWritten } from './require-written.ts';
import type { Page } from './store.ts';
import { collapsed, hits, idsOfUnreadable, readMatches, type StoredMatch } from './stored-match.ts';

/** How many alerts, and deliveries of each, one round of sending takes. */
const roundAlerts = 100;
const roundOfAlert = 20;
/** For a webhook, and for an e-mail. */
const waitingStates = ['waiting', 'to-mail'] as const satisfies readonly MatchRecord['state'][];
type WaitingState = (typeof waitingStates)[number];

const newestFirst = [{ found: 'desc' as const }, { article: 'asc' as const }];

/**
 * Records matches that are not recorded yet: create-only, so that runs may overlap.
 *
 * @returns which of them are new
 */
export const recordMatches = async (
  client: Elasticsearch,
  index: string,
  matches: readonly MatchRecord[],
): Promise<readonly MatchRecord[]> => {
  const outcomes = await sendBulk(
    client,
    matches.map((match) => ({
      action: JSON.stringify({ create: { _index: index, _id: deliveryIdOf(match) } }),
      document: JSON.stringify(match),
    })),
  );
  requireWritten(outcomes);
  return matches.filter((_, n) => outcomes[n]?.kind === 'written');
};

/**
 * The matches of an alert, newest first; `newestOnly`: each article once, at its newest revision. Unreadable records
 * are left out.
 */
export const listMatches = async (
  client: Elasticsearch,
  index: string,
  alert: string,
  { from, size, newestOnly = false }: Page & { readonly newestOnly?: boolean },
): Promise<readonly StoredMatch[]> => {
  const answer: unknown = await client.search({
    index,
    from,
    size,
    seq_no_primary_term: true,
    query: { term: { alert } },
    sort: newestOnly ? [...newestFirst, { revision: 'desc' }] : newestFirst,
    ...(newestOnly ? { collapse: { field: 'article' } } : {}),
  });
  return readMatches(hits.parse(answer));
};

export interface DueMatches {
  /** A few of each alert, so that an alert with many leaves room for others. */
  readonly due: readonly (readonly StoredMatch[])[];
  /** Ids of records that cannot be read. */
  readonly unreadable: readonly string[];
}

/** Deliveries of one kind whose time has come. */
export const findDue = async (
  client: Elasticsearch,
  index: string,
  now: Date,
  state: WaitingState = 'waiting',
): Promise<DueMatches> => {
  const answer: unknown = await client.search({
    index,
    size: roundAlerts,
    _source: false,
    query: {
      bool: { filter: [{ term: { state } }, { range: { due: { lte: now.toISOString() } } }] },
    },
    sort: [{ due: 'asc' }],
    collapse: {
      field: 'alert',
      inner_hits: { name: 'next', size: roundOfAlert, sort: [{ due: 'asc' }], seq_no_primary_term: true },
    },
  });
  const found = collapsed.parse(answer).hits.hits.map(({ inner_hits }) => inner_hits.next);
  return {
    due: found.map(readMatches).filter((own) => own.length > 0),
    unreadable: found.flatMap(idsOfUnreadable),
  };
};

/**
 * Writes a changed match, unless it was changed by others since it was read.
 *
 * @returns its new position; null if another writer was faster
 */
export const changeMatch = async (
  client: Elasticsearch,
  index: string,
  { id, seqNo, primaryTerm, match }: StoredMatch,
): Promise<StoredMatch | null> => {
  const answer = await client.index(
    { index, id, document: match, if_seq_no: seqNo, if_primary_term: primaryTerm },
    { ignore: [409] },
  );
  const { _seq_no, _primary_term } = answer;
  // Refused: the answer is an error and has neither of them.
  return _seq_no === undefined || _primary_term === undefined
    ? null
    : { id, match, seqNo: _seq_no, primaryTerm: _primary_term };
};

export const countWaiting = async (
  client: Elasticsearch,
  index: string,
  state: WaitingState = 'waiting',
): Promise<number> => (await client.count({ index, query: { term: { state } } })).count;

/** Deletes an alert's matches. */
export const forgetMatches = (client: Elasticsearch, index: string, alert: string): Promise<number> =>
  deleteMatching(client, index, { term: { alert } });

/** Deletes old matches, some at a time; those still to be delivered stay. @returns how many were deleted */
export const forgetOld = (client: Elasticsearch, index: string, before: Date): Promise<number> =>
  deleteMatching(
    client,
    index,
    {
      bool: {
        filter: [{ range: { found: { lt: before.toISOString() } } }],
        must_not: [{ terms: { state: [...waitingStates] } }],
      },
    },
    10_000,
  );
