import { z } from 'zod';
import type { MatchRecord } from '../alerts/records.ts';
import { requireWritten } from '../alerts/require-written.ts';
import { type ItemOutcome, sendBulk } from '../bulk.ts';
import type { Elasticsearch } from '../elasticsearch.ts';

/** A match that waits for the next message of a subscription. */
export interface WaitingMatch {
  /** Delivery id. */
  readonly id: string;
  readonly article: string;
  readonly revision: number;
}

/** Elasticsearch's window; what is beyond waits for the message after this one. */
const most = 10_000;
const found = z.object({
  hits: z.object({
    hits: z.array(
      z
        .object({ _id: z.string(), _source: z.object({ article: z.string(), revision: z.number() }) })
        .transform(({ _id, _source }): WaitingMatch => ({ id: _id, ..._source })),
    ),
  }),
});

/** All matches for the next message of a subscription, newest first. @throws what the client throws */
export const listWaiting = async (
  client: Elasticsearch,
  index: string,
  subscription: string,
): Promise<readonly WaitingMatch[]> => {
  await client.indices.refresh({ index });
  const answer: unknown = await client.search({
    index,
    size: most,
    _source: ['article', 'revision'],
    query: { bool: { filter: [{ term: { alert: subscription } }, { term: { state: 'to-mail' } }] } },
    sort: [{ found: 'desc' }, { revision: 'desc' }, { article: 'asc' }],
  });
  return found.parse(answer).hits.hits;
};

/** @throws what the client throws, and if one is not written */
export const changeWaiting = async (
  client: Elasticsearch,
  index: string,
  waiting: readonly WaitingMatch[],
  change: Pick<MatchRecord, 'due'> & Partial<Pick<MatchRecord, 'state'>>,
): Promise<void> => {
  const document = JSON.stringify({ doc: change });
  const outcomes = await sendBulk(
    client,
    waiting.map(({ id }) => ({ action: JSON.stringify({ update: { _index: index, _id: id } }), document })),
  );
  requireWritten(outcomes.filter((outcome) => !isDeleted(outcome)));
};

/** With its subscription, meanwhile. */
const isDeleted = (outcome: ItemOutcome): boolean =>
  outcome.kind === 'missing' || (outcome.kind === 'fault' && outcome.reason === 'document_missing_exception');
