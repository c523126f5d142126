import type { Client } from '@elastic/elasticsearch';
import { Worker } from 'bullmq';
import { withStory } from '../chain/prepare-article.ts';
import { readPreparation } from '../platform/articles/records.ts';
import { readVersions } from '../platform/articles/versions.ts';
import {
  type FormerAnswer,
  type FormerJob,
  type FormerRevision,
  formerQueueName,
  keptSeconds,
} from '../platform/former.ts';
import type { StoreNames } from '../platform/names.ts';
import type { Redis } from '../platform/redis.ts';
import { seal } from '../platform/sealed.ts';
import type { ThreadPool } from './threads/pool.ts';

interface FormerServices {
  readonly client: Client;
  readonly names: StoreNames;
  readonly redis: Redis;
  readonly prefix: string;
  readonly pool: ThreadPool;
}

/** Makes documents of former revisions from their input, by the same chain as new ones. */
export const createFormerWorker = (services: FormerServices) => {
  const { redis, prefix } = services;
  const worker = new Worker<FormerJob, string, 'make'>(
    formerQueueName,
    async ({ data }) => seal(JSON.stringify(await makeDocument(data, services)), data.recipient),
    { connection: redis, prefix, concurrency: 2 },
  );
  worker.on('error', () => {});
  // By default the queue removes an answer only when the next one is made, which may be never.
  worker.on('completed', (job) => {
    if (job.id) redis.expire(worker.toKey(job.id), keptSeconds).catch(() => {});
  });
  return worker;
};

const makeDocument = async (
  { id, revision }: FormerRevision,
  services: FormerServices,
): Promise<FormerAnswer> => {
  const record = (await readVersions(services, id)).find((one) => one.revision === revision);
  const article = record && readPreparation(id, record);
  if (!article) return { kind: 'rejected', detail: 'this revision has no input' };
  const [prepared] = await services.pool.prepare([article]);
  if (prepared?.kind === 'document')
    return { kind: 'document', json: withStory(prepared.json, prepared.story) };
  return { kind: 'rejected', detail: prepared?.detail ?? 'nothing came of it' };
};
