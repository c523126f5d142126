import { createHash } from 'node:crypto';
import { z } from 'zod';

/** `pages`: the page of each entry is fetched. `entries`: each entry is the article itself. */
export const sourceModes = ['pages', 'entries'] as const;

/** A feed or sitemap that is polled, as stored. */
export const sourceRecord = z.object({
  id: z.string(),
  url: z.string(),
  added: z.string(),
  active: z.boolean(),
  /** Time of the next poll. */
  due: z.string(),
  value: z.object({
    mode: z.enum(sourceModes),
    polled: z.string().nullable(),
    /** Time of the last readable answer, including 304. */
    answered: z.string().nullable(),
    /** Time of the last poll with something new. */
    brought: z.string().nullable(),
    /** When its newest entry was published. */
    newest: z.string().nullable(),
    /** Usual time between two entries, in milliseconds; null if unknown. */
    gapMs: z.number().nullable(),
    intervalMs: z.number(),
    /** The feed's own minimum interval between polls, in milliseconds. */
    restMs: z.number(),
    /** Entries in the last complete answer. */
    entries: z.number().int(),
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    /** Sitemaps of an index that are still to be read, one per poll; the newest is the last. */
    parts: z.array(z.string()).default([]),
    /** When the sitemap index was read. */
    listed: z.string().nullable().default(null),
    /** Polls that failed in a row. */
    failures: z.number().int(),
    /** Why the last one failed, or what it left out. */
    reason: z.string().nullable(),
  }),
});
export type SourceRecord = z.infer<typeof sourceRecord>;
export type SourceMode = SourceRecord['value']['mode'];

export const entryStates = ['waiting', 'taken', 'refused'] as const;

const order = z.union([
  z.object({ by: z.literal('sequence'), sequence: z.number() }),
  z.object({ by: z.literal('modified'), modified: z.string() }),
]);

const line = z.string().nullable().exactOptional();

/** The content of a waiting entry, stored because it may leave the feed before its page is fetched. */
const announced = z.object({
  url: z.string().nullable(),
  given: z.object({ url: line, title: line, date: line, language: line }),
  order: order.nullable(),
  input: z.object({ contentType: z.string(), content: z.string() }).nullable(),
});

export const entryRecord = z.object({
  source: z.string(),
  article: z.string(),
  host: z.string(),
  sign: z.string(),
  state: z.enum(entryStates),
  due: z.string().nullable(),
  attempts: z.number().int(),
  found: z.string(),
  seen: z.string(),
  reason: z.string().nullable(),
  /** Null once it is finished. */
  entry: z.object({ lane: z.enum(['live', 'bulk']), said: announced }).nullable(),
});
export type EntryRecord = z.infer<typeof entryRecord>;
export type Announced = z.infer<typeof announced>;

/** The same id for the same address. */
export const sourceIdOf = (url: string): string => `src_${hash(url).slice(0, 12)}`;

export const entryIdOf = (source: string, article: string): string =>
  hash(`${source}\0${article}`).slice(0, 32);

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** The state of a source, in one word. */
export const stateOf = ({ active, value }: SourceRecord): 'paused' | 'new' | 'failing' | 'ok' => {
  if (!active) return 'paused';
  if (value.polled === null) return 'new';
  return value.failures > 0 ? 'failing' : 'ok';
};

export const newSource = (url: string, mode: SourceMode, now: Date): SourceRecord => ({
  id: sourceIdOf(url),
  url,
  added: now.toISOString(),
  active: true,
  due: now.toISOString(),
  value: {
    mode,
    polled: null,
    answered: null,
    brought: null,
    newest: null,
    gapMs: null,
    intervalMs: 0,
    restMs: 0,
    entries: 0,
    etag: null,
    lastModified: null,
    parts: [],
    listed: null,
    failures: 0,
    reason: null,
  },
});
