import { z } from 'zod';

/** The result of writing one article. */
export const acceptedSchema = z
  .strictObject({
    id: z.string(),
    revision: z.number().int().meta({ description: 'The stored one' }),
    outcome: z.enum(['accepted', 'unchanged', 'stale']),
    state: z
      .enum(['searchable', 'failed', 'waiting'])
      .optional()
      .meta({ description: 'With wait=searchable: the result within ten seconds' }),
  })
  .meta({ id: 'Accepted' });

/** The result of a purge: what was erased, and where the text may still exist. */
export const purgedSchema = z
  .strictObject({
    id: z.string(),
    revision: z.number().int(),
    erased: z.strictObject({
      history: z.number().int(),
      failures: z.number().int(),
      documents: z.number().int(),
    }),
    merged: z.boolean().meta({ description: 'Whether the text is off the disk; if not, purge again' }),
    snapshots: z
      .array(z.string())
      .meta({ description: 'Snapshots that still contain the text, as repository/snapshot' }),
  })
  .meta({ id: 'Purged' });

export const statusSchema = z
  .strictObject({
    id: z.string(),
    revision: z.number().int(),
    state: z.enum(['waiting', 'indexed', 'deleted', 'failed']),
    received: z.string(),
    publishAt: z.string().nullable(),
    withdrawn: z.string().nullable(),
    failure: z
      .strictObject({
        step: z.string().optional(),
        reason: z.string(),
        detail: z.string().optional(),
        at: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'ArticleStatus' });
