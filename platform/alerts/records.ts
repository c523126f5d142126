import { createHash } from 'node:crypto';
import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';

/** One ground on which an alert finds articles: a word or name of its query, or a value of a filter. */
export const reasonSchema = z
  .strictObject({
    parameter: z.string().meta({ description: 'q, or the filter' }),
    value: z.string(),
    label: z.string().meta({ description: 'The value as the owner reads it' }),
  })
  .meta({ id: 'Reason' });
export type Reason = z.infer<typeof reasonSchema>;

const clause = z.record(z.string(), z.unknown());
const highlight = z.custom<estypes.SearchHighlight>(
  (value) => typeof value === 'object' && value !== null && 'fields' in value,
);

/** A search compiled by the API, so that the worker can run it without knowing the query language. */
export const compiledSearch = z.object({
  clause,
  reasons: z.array(reasonSchema.extend({ clause })),
  /** Highlights the query's words; null if there are none. */
  highlight: highlight.nullable(),
});
export type CompiledSearch = z.infer<typeof compiledSearch>;

export const webhookRecord = z.object({
  url: z.string(),
  /** Counts the secrets that this alert has had: each is derived from it. */
  generation: z.number().int(),
  /** The receiver failed, and is called again from this instant on; null otherwise. */
  restsUntil: z.string().nullable().default(null),
});
export type WebhookRecord = z.infer<typeof webhookRecord>;

/** A saved search as stored. */
export const alertRecord = z.object({
  id: z.string(),
  /** The key that created it; the alert ends with the key. */
  key: z.string(),
  name: z.string(),
  created: z.string(),
  /** Everything seen by readers before this instant has been looked at. */
  looked: z.string(),
  active: z.boolean(),
  /** The parameters as they were written. */
  query: z.record(z.string(), z.array(z.string())),
  value: z.object({
    language: z.string(),
    webhook: webhookRecord.nullable(),
    /** Part of the feed's address; a new one makes the old address useless. */
    feed: z.number().int(),
    compiled: compiledSearch,
  }),
});
export type AlertRecord = z.infer<typeof alertRecord>;

/**
 * `kept`: for the feed only. `to-mail`: for the next e-mail. `withdrawn`: the article was gone before it could be
 * delivered.
 */
export const matchStates = ['kept', 'waiting', 'to-mail', 'delivered', 'given-up', 'withdrawn'] as const;

/** Records that an alert found a revision; written once, before anything is sent. Contains none of its text. */
export const matchRecord = z.object({
  alert: z.string(),
  article: z.string(),
  revision: z.number().int(),
  found: z.string(),
  state: z.enum(matchStates),
  /** When it is to be sent next; null if nothing is to be sent. */
  due: z.string().nullable(),
  attempts: z.number().int(),
  why: z.object({ reasons: z.array(reasonSchema) }),
  /** The last answer of the receiver. */
  answer: z
    .object({ at: z.string(), status: z.number().nullable(), reason: z.string().nullable() })
    .nullable(),
});
export type MatchRecord = z.infer<typeof matchRecord>;

/** Ids of keys without a record. */
export const developmentKeyId = 'development';

/** The same id for the same match, for every process and every run. */
export const deliveryIdOf = ({
  alert,
  article,
  revision,
}: Pick<MatchRecord, 'alert' | 'article' | 'revision'>): string =>
  `msg_${createHash('sha256').update(`${alert}\0${revision}\0${article}`).digest('base64url').slice(0, 32)}`;

/** The name under which an alert's secret is derived. */
export const secretNameOf = (id: string, generation: number): string => `webhook ${id}.${generation}`;
