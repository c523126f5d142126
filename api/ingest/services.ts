import { indexNames } from '../../mappings/names.ts';
import { createAcceptor } from '../../platform/articles/accept.ts';
import { createEnqueuer } from '../../platform/enqueue.ts';
import { createQueues } from '../../platform/queues.ts';
import type { ApiServices } from '../services.ts';

/** What the routes that write work with. */
export const createIngestServices = ({ config, elasticsearch, redis, metrics, log }: ApiServices) => {
  const names = indexNames(config.prefix);
  const queues = createQueues(redis, config.prefix);
  const enqueuer = createEnqueuer({ queues, metrics, log });
  return {
    client: elasticsearch,
    names,
    queues,
    enqueuer,
    acceptor: createAcceptor({ client: elasticsearch, names, enqueuer, metrics }),
  };
};

export type IngestServices = ReturnType<typeof createIngestServices>;
