import { z } from 'zod';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { Turns } from './turns.ts';

/** Enough that no processor waits for this process, too few to stand in line there (ADR 0015). */
const PER_PROCESSOR = 4;
const EVERY_MS = 300_000;

const infoSchema = z.object({
  nodes: z.record(
    z.string(),
    z.object({ roles: z.array(z.string()), os: z.object({ allocated_processors: z.number().int() }) }),
  ),
});

/**
 * Lets in as many searches as the processors of Elasticsearch's data nodes can do, and looks now and then whether
 * there are more. Where that cannot be told (not allowed, or nobody answers), what was allowed stays.
 *
 * @returns ends it
 */
export const followProcessors = (elasticsearch: Elasticsearch, turns: Turns): (() => void) => {
  const look = async (): Promise<void> => {
    const info = await elasticsearch.nodes.info({
      metric: 'os',
      filter_path: 'nodes.*.roles,nodes.*.os.allocated_processors',
    });
    const nodes = Object.values(infoSchema.parse(info).nodes);
    const holding = nodes.filter(({ roles }) => roles.some((role) => role.startsWith('data')));
    const processors = holding.reduce((sum, { os }) => sum + os.allocated_processors, 0);
    if (processors > 0) turns.allow(processors * PER_PROCESSOR);
  };
  const timer = setInterval(() => void look().catch(() => {}), EVERY_MS);
  timer.unref();
  void look().catch(() => {});
  return () => clearInterval(timer);
};
