import { z } from 'zod';
import { type ItemOutcome, sendBulk } from '../bulk.ts';
import { deleteMatching } from '../delete-matching.ts';
import type { Elasticsearch } from '../elasticsearch.ts';
import { deliveryIdOf, type MatchRecord, matchRecord } from './records.ts';
import type { Page } from './store.ts';

/** A match with its delivery id and the place that a change has to name. */
export interface StoredMatch {
  readonly id: string;
  readonly match: MatchRecord;
  readonly seqNo: number;
  readonly primaryTerm: number;
}

const hit = z
  .object({ _id: z.string(), _source: matchRecord, _seq_no: z.number(), _primary_term: z.number() })
  .transform(
    ({ _id, _source, _seq_no, _primary_term }): StoredMatch => ({
      id: _id,
      match: _source,
      seqNo: _seq_no,
      primaryTerm: _primary_term,
    }),
  );
/** A record that is none, as a newer version or a hand may leave it: it must not hold up the others. */
const unreadable = z.object({ _id: z.string() }).transform(({ _id }) => ({ unreadable: _id }));
const hits = z.object({ hits: z.object({ hits: z.array(z.union([hit, unreadable])) }) });
const collapsed = z.object({
  hits: z.object({ hits: z.array(z.object({ inner_hits: z.object({ next: hits }) })) }),
});

const readMatches = (found: z.infer<typeof hits>): readonly StoredMatch[] =>
  found.hits.hits.flatMap((one) => ('unreadable' in one ? [] : [one]));
const idsOfUnreadable = (found: z.infer<typeof hits>): readonly string[] =>
  found.hits.hits.flatMap((one) => ('unreadable' in one ? [one.unreadable] : []));

/** How many alerts, and deliveries of each, one round of sending takes. */
const roundAlerts = 100;
const roundOfAlert = 20;
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

const requireWritten = (outcomes: readonly ItemOutcome[]): void => {
  const bad = outcomes.find(({ kind }) => kind !== 'written' && kind !== 'conflict');
  if (bad) throw new Error(`matches could not be recorded: ${'reason' in bad ? bad.reason : bad.kind}`);
};

/**
 * What an alert found, the newest first; `newestOnly`: each article once, at its newest revision. What cannot be read
 * is left out.
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
  /** Of each alert a few, so that one with many leaves room for others. */
  readonly due: readonly (readonly StoredMatch[])[];
  /** Ids of records that cannot be read. */
  readonly unreadable: readonly string[];
}

/** Deliveries whose time has come. */
export const findDue = async (client: Elasticsearch, index: string, now: Date): Promise<DueMatches> => {
  const answer: unknown = await client.search({
    index,
    size: roundAlerts,
    _source: false,
    query: {
      bool: { filter: [{ term: { state: 'waiting' } }, { range: { due: { lte: now.toISOString() } } }] },
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

/** Leaves records alone until then, whatever is in them. One that is gone is left out. */
export const putOffUnread = async (
  client: Elasticsearch,
  index: string,
  ids: readonly string[],
  until: Date,
): Promise<void> => {
  const document = JSON.stringify({ doc: { due: until.toISOString() } });
  const outcomes = await sendBulk(
    client,
    ids.map((_id) => ({ action: JSON.stringify({ update: { _index: index, _id } }), document })),
  );
  requireWritten(outcomes.filter(({ kind }) => kind !== 'fault' && kind !== 'missing'));
};

/**
 * Writes a match as it now stands, where nobody else has changed it since it was read.
 *
 * @returns where it stands now; null where somebody was faster
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
  // Refused: the answer is an error and has neither.
  return _seq_no === undefined || _primary_term === undefined
    ? null
    : { id, match, seqNo: _seq_no, primaryTerm: _primary_term };
};

/** Makes due what was given up, and what waits for a later time; 10,000 at most. @returns how many */
export const redeliver = async (
  client: Elasticsearch,
  index: string,
  alert: string,
  now: Date,
): Promise<number> => {
  await client.indices.refresh({ index });
  const answer: unknown = await client.search({
    index,
    size: 10_000,
    seq_no_primary_term: true,
    query: {
      bool: {
        filter: [{ term: { alert } }, { terms: { state: ['given-up', 'waiting'] } }],
        must_not: [{ range: { due: { lte: now.toISOString() } } }],
      },
    },
  });
  const given = readMatches(hits.parse(answer));
  const outcomes = await sendBulk(
    client,
    given.map(({ id, match, seqNo, primaryTerm }) => ({
      action: JSON.stringify({
        index: { _index: index, _id: id, if_seq_no: seqNo, if_primary_term: primaryTerm },
      }),
      document: JSON.stringify({
        ...match,
        state: 'waiting',
        attempts: match.state === 'given-up' ? 0 : match.attempts,
        due: now.toISOString(),
      }),
    })),
  );
  requireWritten(outcomes);
  return outcomes.filter(({ kind }) => kind === 'written').length;
};

export const countWaiting = async (client: Elasticsearch, index: string): Promise<number> =>
  (await client.count({ index, query: { term: { state: 'waiting' } } })).count;

/** Forgets what an alert found. */
export const forgetMatches = (client: Elasticsearch, index: string, alert: string): Promise<number> =>
  deleteMatching(client, index, { term: { alert } });

/** Forgets matches of long ago, some at a time; those that still wait stay. @returns how many went */
export const forgetOld = (client: Elasticsearch, index: string, before: Date): Promise<number> =>
  deleteMatching(
    client,
    index,
    {
      bool: {
        filter: [{ range: { found: { lt: before.toISOString() } } }],
        must_not: [{ term: { state: 'waiting' } }],
      },
    },
    10_000,
  );
