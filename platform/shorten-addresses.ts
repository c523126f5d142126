import { z } from 'zod';
import { shortenAddress } from '../domain/audit-chain.ts';
import type { Elasticsearch } from './elasticsearch.ts';

const found = z.object({
  hits: z.object({
    hits: z.array(z.object({ _id: z.string(), _source: z.object({ address: z.string() }) })),
  }),
});
const pageSize = 1000;
const dayMs = 86_400_000;

/**
 * Shortens addresses in the audit to their network after some days, and deletes the salt of their hash,
 * so that the address cannot be found by trying all of them.
 *
 * @returns how many were shortened
 * @throws what the client throws
 */
export const shortenAddresses = async (
  client: Elasticsearch,
  index: string,
  days: number,
  now: Date,
): Promise<number> => {
  const before = new Date(now.getTime() - days * dayMs).toISOString();
  let shortened = 0;
  for (;;) {
    await client.indices.refresh({ index });
    const answer: unknown = await client.search({
      index,
      size: pageSize,
      _source: ['address'],
      query: {
        bool: {
          filter: [{ range: { at: { lt: before } } }, { exists: { field: 'address' } }],
          must_not: [{ term: { shortened: true } }],
        },
      },
    });
    const { hits } = found.parse(answer).hits;
    if (hits.length === 0) return shortened;
    const { errors } = await client.bulk({
      operations: hits.flatMap(({ _id, _source }) => [
        { update: { _index: index, _id } },
        { doc: { address: shortenAddress(_source.address), salt: null, shortened: true } },
      ]),
    });
    if (errors) throw new Error('addresses in the audit could not be shortened');
    shortened += hits.length;
  }
};
