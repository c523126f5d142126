import type { Client } from '@elastic/elasticsearch';
import { StoreUnavailable } from '../domain/errors.ts';
import { sendBulk } from './bulk.ts';

const dayMs = 86_400_000;
/** Marks, and exports that broke off: the view that they belong to lapsed within minutes. */
const brokenMs = dayMs;
/** Count and hash of a whole export, for whoever wants to check a file. */
const wholeMs = 30 * dayMs;
const pageSize = 1000;

/**
 * Deletes what is kept of old exports. May run in several processes at once.
 *
 * @param exports  name of the index
 * @returns how many records
 * @throws {StoreUnavailable} where Elasticsearch does not take the deletions
 */
export const cleanExports = async (client: Client, exports: string, now: Date): Promise<number> => {
  const before = (ms: number) => ({ range: { at: { lt: new Date(now.getTime() - ms).toISOString() } } });
  const kept = (complete: boolean, ms: number) => ({
    bool: { filter: [{ term: { complete } }, before(ms)] },
  });
  const query = { bool: { should: [kept(false, brokenMs), kept(true, wholeMs)] } };
  for (let deleted = 0; ; ) {
    await client.indices.refresh({ index: exports });
    const { hits } = await client.search({ index: exports, size: pageSize, _source: false, query });
    const outcomes = await sendBulk(
      client,
      hits.hits.map(({ _id }) => ({ action: JSON.stringify({ delete: { _index: exports, _id } }) })),
    );
    if (outcomes.some(({ kind }) => kind !== 'written' && kind !== 'missing'))
      throw new StoreUnavailable('old exports could not be deleted');
    deleted += outcomes.filter(({ kind }) => kind === 'written').length;
    if (hits.hits.length < pageSize) return deleted;
  }
};
