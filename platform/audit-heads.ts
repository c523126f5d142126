import { z } from 'zod';
import type { AuditHead } from '../domain/audit-chain.ts';
import type { Elasticsearch } from './elasticsearch.ts';

/** Commands are processes too: on most days fewer run. */
const MOST_HEADS = 100;

export const headShape = z.object({ chain: z.string(), number: z.number().int(), hash: z.string() });

const found = z.object({ hits: z.object({ hits: z.array(z.object({ _source: headShape })) }) });

/**
 * The last searchable record of each chain but one's own, for the chains that were written to last.
 *
 * @throws what the client throws
 */
export const readChainHeads = async (
  client: Elasticsearch,
  index: string,
  own: string,
): Promise<readonly AuditHead[]> => {
  const answer: unknown = await client.search({
    index,
    size: MOST_HEADS,
    _source: Object.keys(headShape.shape),
    query: { bool: { filter: [{ exists: { field: 'chain' } }], must_not: [{ term: { chain: own } }] } },
    collapse: { field: 'chain' },
    sort: [{ at: 'desc' }, { number: { order: 'desc', unmapped_type: 'long' } }],
  });
  return found.parse(answer).hits.hits.map(({ _source }) => _source);
};

const read = z.object({ docs: z.array(z.object({ _source: headShape.optional() })) });
const PORTION = 1000;

/**
 * Of heads that were noted, those that are gone or have another hash.
 *
 * @throws what the client throws
 */
export const missingHeads = async (
  client: Elasticsearch,
  index: string,
  noted: readonly AuditHead[],
): Promise<readonly AuditHead[]> => {
  const missing: AuditHead[] = [];
  for (let at = 0; at < noted.length; at += PORTION) {
    const heads = noted.slice(at, at + PORTION);
    const ids = heads.map(({ chain, number }) => `${chain}:${number}`);
    const answer: unknown = await client.mget({ index, ids });
    const { docs } = read.parse(answer);
    missing.push(...heads.filter(({ hash }, n) => docs[n]?._source?.hash !== hash));
  }
  return missing;
};
