import type { Elasticsearch } from './elasticsearch.ts';

/** Who did what to what. */
export interface AuditRecord {
  /** The key's id; null where none was needed. */
  readonly key: string | null;
  readonly action: string;
  /** Ids of what was acted on. */
  readonly subject: string | readonly string[];
  readonly address?: string | undefined;
  /** Kept, never searched. */
  readonly detail?: object;
}

/** Writes one record of the audit. @throws what the client throws */
export const writeAudit = async (
  client: Elasticsearch,
  index: string,
  { subject, ...record }: AuditRecord,
  now: Date,
): Promise<void> => {
  const subjects = typeof subject === 'string' ? subject : [...subject];
  await client.index({ index, document: { at: now.toISOString(), ...record, subject: subjects } });
};
