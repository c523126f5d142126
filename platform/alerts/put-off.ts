import { sendBulk } from '../bulk.ts';
import type { Elasticsearch } from '../elasticsearch.ts';
import type { MatchRecord } from './records.ts';
import { requireWritten } from './require-written.ts';
import { hits, readMatches } from './stored-match.ts';

/**
 * Leaves records alone until then, whatever is in them. One that is gone, or that the index lets nobody change, is left
 * out: whoever looks for what is due meets it again, and tells of it again.
 */
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
  const outcomes = await sendBulk(
    client,
    readMatches(hits.parse(answer)).map((stored) => ({
      action: JSON.stringify({
        index: {
          _index: index,
          _id: stored.id,
          if_seq_no: stored.seqNo,
          if_primary_term: stored.primaryTerm,
        },
      }),
      document: JSON.stringify(dueAgain(stored.match, now)),
    })),
  );
  requireWritten(outcomes);
  return outcomes.filter(({ kind }) => kind === 'written').length;
};

/** A delivery that was given up starts its attempts again. */
const dueAgain = (match: MatchRecord, now: Date): MatchRecord => ({
  ...match,
  state: 'waiting',
  attempts: match.state === 'given-up' ? 0 : match.attempts,
  due: now.toISOString(),
});
