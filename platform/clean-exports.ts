import type { Client } from '@elastic/elasticsearch';
import { deleteMatching } from './delete-matching.ts';

const dayMs = 86_400_000;
/** Checkpoints and interrupted exports: their point in time expired within minutes. */
const brokenMs = dayMs;
/** Count and hash of a complete export, for checking a file. */
const wholeMs = 30 * dayMs;

/**
 * Deletes the records of old exports. Several processes may run it at once.
 *
 * @param exports name of the index
 * @returns how many records were deleted
 * @throws {StoreUnavailable} if Elasticsearch does not take the deletions
 */
export const cleanExports = (client: Client, exports: string, now: Date): Promise<number> => {
  const before = (ms: number) => ({ range: { at: { lt: new Date(now.getTime() - ms).toISOString() } } });
  const kept = (complete: boolean, ms: number) => ({
    bool: { filter: [{ term: { complete } }, before(ms)] },
  });
  return deleteMatching(client, exports, { bool: { should: [kept(false, brokenMs), kept(true, wholeMs)] } });
};
