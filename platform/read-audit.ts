import { z } from 'zod';
import type { Elasticsearch } from './elasticsearch.ts';

/** A filter for audit records: all given conditions must match. */
export interface AuditQuestion {
  readonly key?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  /** ISO instants, both inclusive. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly from: number;
  readonly size: number;
}

export const auditEntry = z
  .strictObject({
    at: z.string(),
    key: z.string().nullable(),
    action: z.string(),
    subject: z.array(z.string()).meta({ description: 'Ids of the objects of the action' }),
    address: z.string().optional(),
    detail: z.looseObject({}).optional(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;

/** One id is stored as it is, several as a list. */
const stored = z.object(auditEntry.shape).extend({
  subject: z.union([z.string().transform((id) => [id]), z.array(z.string())]),
});

const found = z.object({
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(z.object({ _source: stored })),
  }),
});

/** The audit, newest first. @throws what the client throws */
export const readAudit = async (
  client: Elasticsearch,
  index: string,
  { key, action, subject, since, until, from, size }: AuditQuestion,
): Promise<{ readonly total: number; readonly results: readonly AuditEntry[] }> => {
  const terms = Object.entries({ key, action, subject }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ term: { [name]: value } }],
  );
  const span = { ...(since ? { gte: since } : {}), ...(until ? { lte: until } : {}) };
  const answer: unknown = await client.search({
    index,
    from,
    size,
    track_total_hits: true,
    query: { bool: { filter: [...terms, ...(since || until ? [{ range: { at: span } }] : [])] } },
    sort: [{ at: 'desc' }],
  });
  const { hits } = found.parse(answer);
  return { total: hits.total.value, results: hits.hits.map(({ _source }) => _source) };
};
