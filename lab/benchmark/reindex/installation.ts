import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ArticleDocument } from '../../../domain/document.ts';
import { readConfig } from '../../../platform/config.ts';
import { eraseKeys } from '../../../scripts/erase-keys.ts';
import { type CommandStore, openStore } from '../../../scripts/open-store.ts';
import type { TestServers } from '../../../scripts/test-servers.ts';
import { prepareLanguages, prepareStore } from '../../../worker/definitions.ts';
import { storedDocument, writeBare } from '../indexing/bare.ts';
import { startProcess, stopChild } from '../indexing/through.ts';
import { eraseIndices } from '../search/filled-index.ts';

export interface FilledInstallation {
  readonly store: CommandStore;
  readonly env: NodeJS.ProcessEnv;
}

/** An installation with documents and a worker; everything is deleted afterwards. */
export const inFilledInstallation = async <T>(
  servers: TestServers,
  documents: readonly ArticleDocument[],
  measure: (filled: FilledInstallation) => Promise<T>,
): Promise<T> => {
  const prefix = `benchmark-${randomBytes(4).toString('hex')}`;
  const env = {
    ELASTICSEARCH_URL: servers.elasticsearch,
    REDIS_URL: servers.redis,
    DATELINE_PREFIX: prefix,
    // Writes that wait for the fence are not errors here.
    DATELINE_LOG_LEVEL: 'fatal',
    DATELINE_WORKER_THREADS: '1',
  };
  const store = openStore(readConfig(env));
  try {
    if (store.redis.status !== 'ready') await once(store.redis, 'ready');
    await prepareStore(store.client, store.config);
    await prepareLanguages(
      store.client,
      store.config,
      documents.map(({ language }) => language),
    );
    await writeBare(store.client, store.names, documents.map(storedDocument), { batch: 500, inFlight: 2 });
    await store.client.indices.refresh({ index: store.names.allArticleIndices });
    const worker = await startProcess('worker', env);
    try {
      return await measure({ store, env });
    } finally {
      await stopChild(worker);
    }
  } finally {
    await eraseIndices(store.client, prefix);
    await eraseKeys(store.redis, prefix);
    await store.close();
  }
};
