import { loadAuthorities } from '../../authorities/load.ts';
import { indexNames } from '../../mappings/names.ts';
import type { Config } from '../../platform/config.ts';
import { createElasticsearch } from '../../platform/elasticsearch.ts';
import { createLog, silentLog } from '../../platform/log.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { createPatientRedis } from '../../platform/redis.ts';
import { createAlertRunner } from '../../worker/alerts/create.ts';

/** The part of a worker that runs saved searches, with clients of its own. */
export const startAlertRunner = async (config: Config, { clock = () => new Date() } = {}) => {
  const client = createElasticsearch(config);
  const redis = createPatientRedis(config);
  redis.on('error', () => {});
  const metrics = createMetrics({ ofProcess: false });
  const names = indexNames(config.prefix);
  const runner = await createAlertRunner({
    config,
    client,
    redis,
    names,
    people: { isDelisted: () => false },
    labels: config.mail ? loadAuthorities() : undefined,
    clock,
    metrics,
    log: process.env.TEST_LOG_LEVEL ? createLog({ logLevel: 'debug' }, 'runner') : silentLog(),
  });
  return {
    metrics,
    stop: async (): Promise<void> => {
      await runner.close();
      redis.disconnect();
      await client.close();
    },
  };
};
