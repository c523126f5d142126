import type { Client } from '@elastic/elasticsearch';
import { languages } from '../../../languages/index.ts';
import { buildArticleIndex } from '../../../mappings/articles.ts';

export interface BareWay {
  /** Documents a page and a `_bulk`. */
  readonly batch: number;
  readonly slices: number;
}

/**
 * A script that only copies: a point in time, parallel slices, and a `_bulk` per page with the versions of the old
 * index. It does not compare, swap, or notice concurrent writes.
 *
 * @returns documents copied; the caller deletes the new index
 */
export const copyBare = async (
  client: Client,
  { language, source, target }: { language: string; source: string; target: string },
  { batch, slices }: BareWay,
): Promise<number> => {
  const profile = languages.find(({ code }) => code === language);
  if (!profile) throw new Error(`no language ${language}`);
  const { settings, mappings } = buildArticleIndex(profile);
  await client.indices.create({ index: target, settings: { ...settings, refresh_interval: '-1' }, mappings });
  const { id } = await client.openPointInTime({ index: source, keep_alive: '2m' });
  try {
    const copied = await Promise.all(
      Array.from({ length: slices }, (_, slice) => copySlice(client, id, target, { slice, slices, batch })),
    );
    return copied.reduce((sum, count) => sum + count, 0);
  } finally {
    await client.closePointInTime({ id });
    await client.indices.refresh({ index: target });
  }
};

const copySlice = async (
  client: Client,
  pit: string,
  target: string,
  { slice, slices, batch }: { slice: number; slices: number; batch: number },
): Promise<number> => {
  let copied = 0;
  for (let after: (string | number)[] | undefined; ; ) {
    const { hits } = await client.search({
      pit: { id: pit, keep_alive: '2m' },
      size: batch,
      version: true,
      track_total_hits: false,
      sort: [{ _shard_doc: { order: 'asc' } }],
      ...(slices > 1 ? { slice: { id: String(slice), max: slices } } : {}),
      ...(after ? { search_after: after } : {}),
    });
    const last = hits.hits.at(-1);
    if (!last) return copied;
    const { errors } = await client.bulk({
      operations: hits.hits.flatMap(({ _id = '', _version = 1, _source }) => [
        { index: { _index: target, _id, version: _version, version_type: 'external' as const } },
        _source ?? {},
      ]),
      filter_path: ['errors'],
    });
    if (errors) throw new Error('the bare copy’s writes failed');
    copied += hits.hits.length;
    after = last.sort?.flatMap((value) =>
      typeof value === 'number' || typeof value === 'string' ? [value] : [],
    );
  }
};
