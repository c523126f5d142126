import { z } from 'zod';
import type { Acceptor } from '../../platform/articles/accept.ts';
import { eraseDocuments } from '../../platform/articles/erase-documents.ts';
import type { PurgeStore } from '../../platform/articles/purges.ts';
import { rawHead } from '../../platform/articles/records.ts';
import { readHeads } from '../../platform/articles/stored.ts';
import { readPages } from '../verify/pages.ts';
import { CannotBackUp } from './repository.ts';

/**
 * An article of which readers must not see what stood before a revision: that was a deletion, also one after which it
 * was sent again; or it is the newest one and under embargo.
 */
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
  await client.indices.refresh({ index: [names.raw, names.history], ignore_unavailable: true });
  const embargoed = { range: { publishAt: { gt: now.toISOString() } } };
  const query = {
    bool: {
      should: [{ term: { deleted: true } }, embargoed],
      minimum_should_match: 1,
      must_not: [{ term: { purged: true } }],
    },
  };
  const heads = await Array.fromAsync(readPages(client, names.raw, query, Object.keys(rawHead.shape)));
  const former = readPages(client, names.history, { term: { deleted: true } }, ['id', 'revision']);
  const deletions = (await Array.fromAsync(former)).flat().map(({ source }) => formerHead.parse(source));
  const standing = heads.flat().map(({ id, source }) => ({ ...rawHead.parse(source), id }));
  return [...standing, ...lastOfEach(deletions)].map(({ id, revision, deleted }) => ({
    id,
    revision,
    deleted,
  }));
};

const formerHead = z.object({ id: z.string(), revision: z.number().int() });

/** Of an article that was deleted several times, the last deletion withdraws most. */
const lastOfEach = (deletions: readonly z.infer<typeof formerHead>[]): readonly Hidden[] => {
  const last = new Map<string, number>();
  for (const { id, revision } of deletions) last.set(id, Math.max(revision, last.get(id) ?? 0));
  return Array.from(last, ([id, revision]) => ({ id, revision, deleted: true }));
};

/**
 * Withdraws restored articles again: those that were deleted, and those with an embargo that was prolonged, whose end a
 * snapshot does not know. Their senders send the latter again.
 *
 * @returns how many
 * @throws {StoreUnavailable} {CannotBackUp} if one could not be withdrawn
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
    const ids = [...new Set(back.map(({ id }) => id))].map((id) => ({ id }));
    const outcomes = await acceptor.accept(
      ids.map(({ id }) => ({ id, input: null, bytes: 0 })),
      'live',
    );
    const left = outcomes.find(({ outcome }) => outcome !== 'accepted');
    if (left)
      throw new CannotBackUp(`${left.id} could not be withdrawn again (${left.outcome}): repeat the restore`);
    // At once, for readers may come before the workers.
    for (const [id, { head }] of await readHeads(store, ids)) await eraseDocuments(store, id, head);
    withdrawn += ids.length;
  }
  await store.client.indices.refresh({ index: store.names.allArticleIndices });
  return withdrawn;
};
