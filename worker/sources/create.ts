import type { IndexNames } from '../../mappings/names.ts';
import { createAcceptor } from '../../platform/articles/accept.ts';
import type { Config } from '../../platform/config.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { Enqueuer } from '../../platform/enqueue.ts';
import { every } from '../../platform/every.ts';
import type { Logger } from '../../platform/log.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { Redis } from '../../platform/redis.ts';
import { createEntryStore } from '../../platform/sources/entries.ts';
import { createSourceStore } from '../../platform/sources/store.ts';
import { repeat } from '../repeat.ts';
import { createHosts } from './hosts.ts';
import { pollDue } from './poll.ts';
import type { SourceServices } from './services.ts';
import { takeDue } from './take.ts';
import { createVisitor } from './visit.ts';

interface RunnerServices {
  readonly config: Pick<Config, 'prefix' | 'sources' | 'allowedTargets' | 'worker'>;
  readonly client: Elasticsearch;
  readonly redis: Redis;
  readonly names: IndexNames;
  readonly enqueuer: Enqueuer;
  readonly pool: SourceServices['pool'];
  readonly metrics: Metrics;
  readonly log: Logger;
}

const gaugesMs = 15_000;
const forgetMs = 3_600_000;
/** How long an entry is kept after it has left its source. */
const keptMs = 30 * 86_400_000;

/**
 * Polls sources and accepts the articles that they announce: two jobs that BullMQ repeats, as for saved searches. Due
 * times and waiting entries are in Elasticsearch; Redis contains the schedule and the pauses of hosts.
 */
export const createSourceRunner = async (given: RunnerServices) => {
  const { config, client, redis, names, metrics, log } = given;
  const closing = new AbortController();
  const hosts = createHosts(redis, config.prefix, closing.signal);
  const visitor = createVisitor(config.allowedTargets, hosts, config.sources.delayMs);
  const services: SourceServices = {
    client,
    audit: names.audit,
    sources: createSourceStore(client, names.sources),
    entries: createEntryStore(client, names),
    visitor,
    pool: given.pool,
    acceptor: createAcceptor(given),
    settings: config.sources,
    metrics,
    log,
    closing: closing.signal,
  };
  const { everyMs } = config.sources;
  const forget = () => services.entries.forgetOld(new Date(Date.now() - keptMs));
  const running = [
    await repeat('sources', everyMs, () => pollDue(services), given),
    await repeat('entries', everyMs, () => takeDue(services), given),
    every(gaugesMs, 'measure sources', () => measure(services), log),
    every(forgetMs, 'forget old entries', forget, log),
  ];
  return {
    close: async (): Promise<void> => {
      closing.abort();
      await visitor.close();
      for (const one of running) await one.close();
    },
  };
};

/** Every worker shows the same, so that it does not matter which one polls. */
const measure = async ({ sources, entries, metrics }: SourceServices): Promise<void> => {
  const all = await sources.list();
  const waiting = await entries.countWaiting();
  for (const gauge of [metrics.sourceAnswered, metrics.sourcePublished, metrics.sourceGap]) gauge.reset();
  for (const { url, active, added, value } of all) {
    if (!active) continue;
    // A source that never answered counts from the time it was added.
    metrics.sourceAnswered.set({ source: url }, Date.parse(value.answered ?? added) / 1000);
    metrics.sourcePublished.set({ source: url }, Date.parse(value.brought ?? added) / 1000);
    metrics.sourceGap.set({ source: url }, (value.gapMs ?? 0) / 1000);
  }
  metrics.sourceEntriesWaiting.set(waiting);
};
