import { withProof } from '../../domain/proof.ts';
import { documentVersion } from '../../domain/versions.ts';
import type { IndexNames } from '../../mappings/names.ts';
import { type RawRecord, readRawArticle } from '../../platform/articles/records.ts';
import { redoArticles } from '../../platform/articles/redo.ts';
import { readRecords } from '../../platform/articles/stored.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { Enqueuer } from '../../platform/enqueue.ts';
import type { Logger } from '../../platform/log.ts';
import { createStories } from '../../worker/index/stories.ts';
import { prepareArticles } from '../../worker/prepare-articles.ts';
import { createThreadPool } from '../../worker/threads/pool.ts';
import { type Copy, copyAsIs, type Hit, type Transform } from './transform.ts';

export interface FromRaw {
  readonly transform: Transform;
  readonly close: () => Promise<void>;
}

/**
 * `--from raw`: cleans and enriches every article again by the worker's own chain. As it stands is copied what is
 * deleted, under embargo or no longer readable, so that nothing vanishes; whose language turns out to be another
 * goes through the workers, which bury the old document.
 */
export const openFromRaw = async ({
  client,
  names,
  enqueuer,
  log,
  threads,
  threadMemoryMb,
}: {
  readonly client: Elasticsearch;
  readonly names: IndexNames;
  readonly enqueuer: Enqueuer;
  readonly log: Logger;
  readonly threads: number;
  readonly threadMemoryMb: number;
}): Promise<FromRaw> => {
  const pool = createThreadPool({ threads, memoryMb: threadMemoryMb });
  await pool.ready;
  const stories = createStories(client, names, log);
  const transform: Transform = async (hits, language) => {
    const records = await readRecords({ client, names }, hits);
    const [again, asIs] = sortOut(hits, records);
    const articles = again.map(({ raw, record }) => ({
      raw,
      acceptance: { checksum: record.checksum, received: record.received },
    }));
    const prepared = await prepareArticles(articles, { pool, stories });
    const copies: Copy[] = asIs.map(copyAsIs);
    const moved: { id: string; revision: number }[] = [];
    again.forEach(({ hit, raw: { id, revision } }, n) => {
      const made = prepared[n];
      if (made?.kind === 'document' && made.language === language) {
        const version = Math.max(hit.version, documentVersion(revision));
        copies.push({ id, version, json: withProof(id, revision, made.json) });
        return;
      }
      if (made?.kind === 'document') moved.push({ id, revision });
      else log.warn({ id, revision, reason: made?.reason }, 'cannot be read any more; copied as it stands');
      copies.push(copyAsIs(hit));
    });
    if (moved.length > 0) await redoArticles({ client, names, enqueuer }, moved, 'bulk');
    return copies;
  };
  return { transform, close: pool.close };
};

const sortOut = (hits: readonly Hit[], records: ReadonlyMap<string, RawRecord>) => {
  const again: { hit: Hit; record: RawRecord; raw: NonNullable<ReturnType<typeof readRawArticle>> }[] = [];
  const asIs: Hit[] = [];
  for (const hit of hits) {
    const record = records.get(hit.id);
    const raw = record && !hit.source.gone && !isEmbargoed(record) ? readRawArticle(hit.id, record) : null;
    if (record && raw) again.push({ hit, record, raw });
    else asIs.push(hit);
  }
  return [again, asIs] as const;
};

const isEmbargoed = ({ publishAt }: RawRecord): boolean =>
  publishAt != null && Date.parse(publishAt) > Date.now();
