import { sendBulk } from '../bulk.ts';
import type { Elasticsearch } from '../elasticsearch.ts';
import type { MatchRecord } from './records.ts';
import { requireWritten } from './require-written.ts';
import { hits, readMatches } from './stored-match.ts';

/**
 * Postpones records, whatever their content. A record that is gone, or that the index does not let us change, is left
 * out: the next search for due records finds and reports it again.
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

/** Makes abandoned and postponed deliveries due; 10,000 at most. @returns how many */
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

/** An abandoned delivery starts its attempts again. */
const dueAgain = (match: MatchRecord, now: Date): MatchRecord => ({
  ...match,
  state: 'waiting',
  attempts: match.state === 'given-up' ? 0 : match.attempts,
  due: now.toISOString(),
});
