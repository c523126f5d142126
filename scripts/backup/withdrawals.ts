import type { Acceptor } from '../../platform/articles/accept.ts';
import { eraseDocuments } from '../../platform/articles/erase-documents.ts';
import type { PurgeStore } from '../../platform/articles/purges.ts';
import { rawHead } from '../../platform/articles/records.ts';
import { readHeads } from '../../platform/articles/stored.ts';
import { readPages } from '../verify/pages.ts';

/** An article that readers must not see: it was deleted, or its newest revision is under embargo. */
export interface Hidden {
  readonly id: string;
  readonly revision: number;
  readonly deleted: boolean;
}

const PORTION = 500;

/** Purged ones are in a list of their own. */
export const readHidden = async (
  { client, names }: Pick<PurgeStore, 'client' | 'names'>,
  now: Date,
): Promise<readonly Hidden[]> => {
  await client.indices.refresh({ index: names.raw });
  const embargoed = { range: { publishAt: { gt: now.toISOString() } } };
  const query = {
    bool: {
      should: [{ term: { deleted: true } }, embargoed],
      minimum_should_match: 1,
      must_not: [{ term: { purged: true } }],
    },
  };
  const pages = await Array.fromAsync(readPages(client, names.raw, query, Object.keys(rawHead.shape)));
  return pages.flat().map(({ id, source }) => {
    const { revision, deleted } = rawHead.parse(source);
    return { id, revision, deleted };
  });
};

/**
 * Withdraws restored articles again: those that were deleted, and those with an embargo that was prolonged, whose end a
 * snapshot does not know. Their senders send the latter again.
 *
 * @returns how many
 * @throws {StoreUnavailable}
 */
export const withdrawAgain = async (
  store: PurgeStore,
  acceptor: Acceptor,
  hidden: readonly Hidden[],
): Promise<number> => {
  let withdrawn = 0;
  for (let at = 0; at < hidden.length; at += PORTION) {
    const portion = hidden.slice(at, at + PORTION);
    const heads = await readHeads(store, portion);
    const back = portion.filter(({ id, revision, deleted }) => {
      const head = heads.get(id)?.head;
      return head && !head.deleted && head.revision < revision && (deleted || head.publishAt != null);
    });
    await acceptor.accept(
      back.map(({ id }) => ({ id, input: null, bytes: 0 })),
      'live',
    );
    // At once, for readers may come before the workers.
    for (const [id, { head }] of await readHeads(store, back)) await eraseDocuments(store, id, head);
    withdrawn += back.length;
  }
  await store.client.indices.refresh({ index: store.names.allArticleIndices });
  return withdrawn;
};
