import { z } from 'zod';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { ConcurrencyLimit } from './concurrency-limit.ts';

/** Enough to keep every processor busy, few enough that no search queues inside Elasticsearch (ADR 15). */
const PER_PROCESSOR = 4;
const EVERY_MS = 300_000;

const infoSchema = z.object({
  nodes: z.record(
    z.string(),
    z.object({ roles: z.array(z.string()), os: z.object({ allocated_processors: z.number().int() }) }),
  ),
});

/**
 * Sets the concurrency limit to what the processors of Elasticsearch's data nodes can do, and checks regularly whether
 * their number has changed. If it cannot be read (no permission, or no answer), the limit stays as it is.
 *
 * @returns stops checking
 */
export const followProcessors = (
  elasticsearch: Elasticsearch,
  searchLimit: ConcurrencyLimit,
): (() => void) => {
  const look = async (): Promise<void> => {
    const info = await elasticsearch.nodes.info({
      metric: 'os',
      filter_path: 'nodes.*.roles,nodes.*.os.allocated_processors',
    });
    const nodes = Object.values(infoSchema.parse(info).nodes);
    const holding = nodes.filter(({ roles }) => roles.some((role) => role.startsWith('data')));
    const processors = holding.reduce((sum, { os }) => sum + os.allocated_processors, 0);
    if (processors > 0) searchLimit.resize(processors * PER_PROCESSOR);
  };
  const timer = setInterval(() => void look().catch(() => {}), EVERY_MS);
  timer.unref();
  void look().catch(() => {});
  return () => clearInterval(timer);
};
