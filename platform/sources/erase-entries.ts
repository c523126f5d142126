import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { StoreUnavailable } from '../../domain/errors.ts';
import { sendBulk } from '../bulk.ts';

const found = z.object({ hits: z.object({ hits: z.array(z.object({ _id: z.string() })) }) });

/** An article's entries at once: one for each source that names it. */
const together = 500;

/** Shown as the reason of entries whose article is purged. */
export const purgedReason = 'it was purged';

/** What is stored of an entry once it is refused: nothing of its content. */
export const refusedEntry = (reason: string | null) =>
  ({ state: 'refused', due: null, reason, entry: null }) as const;

/**
 * Erases the content of an article's waiting entries. The entries stay, refused, so that their source, which may still
 * have them, does not bring them again.
 *
 * @throws {StoreUnavailable} if not all are erased
 * @throws what the client throws
 */
export const eraseEntries = async (client: Client, index: string, article: string): Promise<void> => {
  for (;;) {
    await client.indices.refresh({ index });
    const answer: unknown = await client.search({
      index,
      size: together,
      _source: false,
      query: { bool: { filter: [{ term: { article } }, { term: { state: 'waiting' } }] } },
    });
    const { hits } = found.parse(answer).hits;
    if (hits.length === 0) return;
    const document = JSON.stringify({ doc: refusedEntry(purgedReason) });
    const outcomes = await sendBulk(
      client,
      hits.map(({ _id }) => ({
        action: JSON.stringify({ update: { _index: index, _id, retry_on_conflict: 3 } }),
        document,
      })),
    );
    if (outcomes.some(({ kind }) => kind !== 'written' && kind !== 'missing'))
      throw new StoreUnavailable(`${index} does not accept the erasure`);
  }
};
