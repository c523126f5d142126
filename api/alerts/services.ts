import { indexNames } from '../../mappings/names.ts';
import { createAlertStore } from '../../platform/alerts/store.ts';
import { type AuditRecord, writeAudit } from '../../platform/audit.ts';
import { oncePerService } from '../routes/once.ts';
import type { ApiServices } from '../services.ts';

/** Services of the routes of saved searches. */
export const createAlertServices = (services: ApiServices) => {
  const { elasticsearch, config, clock, log } = services;
  const names = indexNames(config.prefix);
  return {
    ...services,
    names,
    alerts: createAlertStore(elasticsearch, names.alerts),
    /** A stored change is not refused if its audit record cannot be written: then the log has it (ADR 57). */
    audit: (record: AuditRecord): Promise<void> =>
      writeAudit(elasticsearch, names.audit, record, clock()).catch((error: unknown) =>
        log.error({ err: error, audit: record }, 'the audit could not be written'),
      ),
  };
};
/** One set for all routes of saved searches. */
export const alertServicesOf = oncePerService(createAlertServices);

export type AlertServices = ReturnType<typeof createAlertServices>;
