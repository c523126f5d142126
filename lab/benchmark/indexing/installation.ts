import { randomBytes } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { type IndexNames, indexNames } from '../../../mappings/names.ts';
import { type Config, readConfig } from '../../../platform/config.ts';
import { createElasticsearch } from '../../../platform/elasticsearch.ts';
import { createPatientRedis } from '../../../platform/redis.ts';
import { eraseKeys } from '../../../scripts/erase-keys.ts';
import type { TestServers } from '../../../scripts/test-servers.ts';
import { prepareLanguages, prepareStore } from '../../../worker/definitions.ts';

/** An installation that only one measurement uses. */
export interface Site {
  readonly client: Client;
  readonly names: IndexNames;
  readonly config: Config;
  /** For the processes of the installation. */
  readonly env: NodeJS.ProcessEnv;
}

/** Indices of their own for each measurement, deleted afterwards. */
export const inInstallation = async <T>(
  servers: TestServers,
  measure: (site: Site) => Promise<T>,
  settings: NodeJS.ProcessEnv = {},
): Promise<T> => {
  const prefix = `bench-${randomBytes(4).toString('hex')}`;
  const env = {
    ELASTICSEARCH_URL: servers.elasticsearch,
    REDIS_URL: servers.redis,
    DATELINE_PREFIX: prefix,
    DATELINE_LOG_LEVEL: 'warn',
    ...settings,
  };
  const config = readConfig(env);
  const client = createElasticsearch(config);
  try {
    await prepareStore(client, config);
    // Only writing is measured, so all indices are created beforehand.
    await prepareLanguages(client, config);
    return await measure({ client, names: indexNames(prefix), config, env });
  } finally {
    const doomed = Object.keys(await client.indices.get({ index: `${prefix}-*` }));
    if (doomed.length > 0) await client.indices.delete({ index: doomed });
    await client.close();
    const redis = createPatientRedis(config);
    await eraseKeys(redis, prefix);
    redis.disconnect();
  }
};
