import { z } from 'zod';
import { toTombstone } from '../../domain/document.ts';
import { StoreUnavailable } from '../../domain/errors.ts';
import { documentVersion } from '../../domain/versions.ts';
import { sendBulk } from '../bulk.ts';
import type { PurgeStore } from './purges.ts';
import type { RawHead } from './records.ts';
import { unlessAway } from './stored.ts';

const stored = z.object({
  hits: z.object({
    hits: z.array(z.object({ _index: z.string(), _source: z.object({ language: z.string() }) })),
  }),
});

/** Replaces every document by a tombstone, also in indices with a write block. @returns how many */
export const eraseDocuments = async (
  { client, names }: PurgeStore,
  id: string,
  { revision, received }: RawHead,
): Promise<number> => {
  await unlessAway(client.indices.refresh({ index: names.allArticleIndices }));
  const answer: unknown = await unlessAway(
    client.search({
      index: names.allArticleIndices,
      size: 1000,
      query: { ids: { values: [id] } },
      _source: ['language'],
    }),
  );
  const { hits } = stored.parse(answer).hits;
  for (const { _index, _source } of hits) {
    const target = { _index, _id: id, version: documentVersion(revision), version_type: 'external_gte' };
    const tombstone = toTombstone(id, revision, _source.language, { checksum: '', received });
    const write = async (): Promise<string | undefined> =>
      (
        await sendBulk(client, [
          { action: JSON.stringify({ index: target }), document: JSON.stringify(tombstone) },
        ])
      )[0]?.kind;
    const outcome = await write();
    const done = outcome === 'fault' ? await unblocked(client, _index, write) : outcome;
    if (done !== 'written') throw new StoreUnavailable(`${_index} does not accept the erasure`);
  }
  return hits.length;
};

/** An index kept for rollback has a write block; no alias leads to it, so the block may be lifted for one write. */
const unblocked = async <T>(
  client: PurgeStore['client'],
  index: string,
  write: () => Promise<T>,
): Promise<T> => {
  const block = (blocked: boolean) =>
    unlessAway(client.indices.putSettings({ index, settings: { 'index.blocks.write': blocked } }));
  const aliases = Object.values(await unlessAway(client.indices.getAlias({ index })));
  if (aliases.some((one) => Object.keys(one.aliases ?? {}).length > 0))
    throw new StoreUnavailable('a reindex is running: purge again when it is done');
  await block(false);
  try {
    return await write();
  } finally {
    await block(true);
  }
};
