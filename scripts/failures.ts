import { Command } from 'commander';
import { indexNames } from '../mappings/names.ts';
import { discardFailure, listFailures, readFailure, replayFailure } from '../platform/articles/failures.ts';
import { readConfig } from '../platform/config.ts';
import { createElasticsearch } from '../platform/elasticsearch.ts';
import { createEnqueuer } from '../platform/enqueue.ts';
import { silentLog } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { createQueues } from '../platform/queues.ts';
import { createFailFastRedis } from '../platform/redis.ts';

const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

/** `npm run dateline -- failures`: exit 0 done, 1 no such failure. Lines of JSON. */
export const failuresCommand = new Command('failures').description(
  'what could not be indexed, and the way back',
);

failuresCommand
  .command('list')
  .description('the newest failures, one a line')
  .option('--reason <reason>', 'only these')
  .option('--limit <number>', 'how many', '100')
  .action(async ({ reason, limit }: { reason?: string; limit: string }) => {
    await withStore(async (store) => {
      const { failures } = await listFailures(store, {
        reason,
        size: Math.min(Number(limit) || 100, 10_000),
      });
      for (const failure of failures) print(failure);
    });
  });

failuresCommand
  .command('show <id>')
  .description('one failure')
  .action((id: string) =>
    withStore(async (store) => {
      const failure = await readFailure(store, id);
      if (failure) print(failure);
      else process.exitCode = 1;
    }),
  );

failuresCommand
  .command('replay <ids...>')
  .description('send failed articles through the chain again')
  .action((ids: string[]) =>
    withStore(async (store) => {
      for (const id of ids) {
        const isReplayed = await replayFailure(store, id);
        if (!isReplayed) process.exitCode = 1;
        print({ id, state: isReplayed ? 'waiting' : 'no input was kept' });
      }
    }),
  );

failuresCommand
  .command('discard <ids...>')
  .description('forget failures; the inputs stay')
  .action((ids: string[]) =>
    withStore(async (store) => {
      for (const id of ids) {
        const isDiscarded = await discardFailure(store, id);
        if (!isDiscarded) process.exitCode = 1;
        print({ id, state: isDiscarded ? 'discarded' : 'no such failure' });
      }
    }),
  );

const withStore = async (
  work: (store: {
    client: ReturnType<typeof createElasticsearch>;
    names: ReturnType<typeof indexNames>;
    enqueuer: ReturnType<typeof createEnqueuer>;
  }) => Promise<void>,
): Promise<void> => {
  const config = readConfig();
  const client = createElasticsearch(config);
  const redis = createFailFastRedis(config);
  redis.on('error', () => {});
  const queues = createQueues(redis, config.prefix);
  const metrics = createMetrics({ ofProcess: false });
  try {
    const enqueuer = createEnqueuer({ queues, metrics, log: silentLog() });
    await work({ client, names: indexNames(config.prefix), enqueuer });
  } finally {
    await Promise.allSettled([queues.live.close(), queues.bulk.close()]);
    redis.disconnect();
    await client.close();
  }
};
