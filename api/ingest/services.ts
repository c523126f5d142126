import { indexNames } from '../../mappings/names.ts';
import { createAcceptor } from '../../platform/articles/accept.ts';
import { type AuditRecord, writeAudit } from '../../platform/audit.ts';
import { createEnqueuer } from '../../platform/enqueue.ts';
import { createPurgeLog } from '../../platform/purge-log.ts';
import { createQueues } from '../../platform/queues.ts';
import { oncePerService } from '../routes/once.ts';
import type { ApiServices } from '../services.ts';

/** Services of the routes that write. */
const createIngestServices = ({
  config,
  elasticsearch,
  redis,
  metrics,
  log,
  clock,
  authorities,
}: ApiServices) => {
  const names = indexNames(config.prefix);
  const queues = createQueues(redis, config.prefix);
  const enqueuer = createEnqueuer({ queues, metrics, log });
  return {
    client: elasticsearch,
    names,
    queues,
    enqueuer,
    agencies: authorities.agencies,
    purgeLog: createPurgeLog(config.purgeLog),
    clock,
    /** Audits who wrote what. A stored write is not rejected if its audit record cannot be written; then the log has it. */
    audit: (record: AuditRecord): Promise<void> =>
      writeAudit(elasticsearch, names.audit, record, clock()).catch((error: unknown) =>
        log.error({ err: error, audit: record }, 'the audit could not be written'),
      ),
    acceptor: createAcceptor({ client: elasticsearch, names, enqueuer, metrics }),
  };
};

/** One set for all routes that write. */
export const ingestServicesOf = oncePerService(createIngestServices);

export type IngestServices = ReturnType<typeof createIngestServices>;
