import { z } from 'zod';
import type { ArticleDocument } from './document.ts';

const id = z.string().refine((text) => text.isWellFormed(), 'holds half of a surrogate pair');
const ids = z.array(id).readonly();
const kind = z.enum(['text', 'subhead', 'list-item', 'quote']);

const statedTime = z.object({
  instant: z.string(),
  day: z.string(),
  printed: z.string(),
  precision: z.enum(['year', 'month', 'day', 'hour', 'minute', 'second']),
  zone: z.enum(['printed', 'publisher', 'assumed-utc']),
});

const place = z.number().int().nonnegative();
const mention = z.object({ field: z.enum(['title', 'body']), start: place, end: place });

/** Requirements for every search document: all fields that answers and pages use. */
export const documentSchema = z.object({
  id,
  revision: z.number().int().nonnegative(),
  checksum: z.string(),
  gone: z.boolean(),
  title: z.string(),
  lead: z.string(),
  body: z.string(),
  kinds: z.array(kind).readonly(),
  credits: z.array(z.string()).readonly(),
  date: z.string().nullable(),
  dateKind: z.enum(['published', 'updated', 'dateline']).nullable(),
  published: statedTime.nullable(),
  updated: statedTime.nullable(),
  agency: ids,
  publisher: id.nullable(),
  country: z.string().nullable().default(null),
  dateline: z.object({ place: id.nullable(), printed: z.string(), date: z.string().nullable() }).nullable(),
  people: ids,
  mentions: z
    .array(
      z.object({
        id,
        name: z.string(),
        roles: z.array(z.string()).readonly(),
        mentions: z.array(mention).readonly(),
      }),
    )
    .readonly(),
  authors: ids.default([]),
  mentioned: ids.default([]),
  language: z.string(),
  script: z.string(),
  url: z.string().nullable(),
  story: id,
  signature: z.array(z.string()).readonly().optional(),
  received: z.string(),
} satisfies Readonly<Record<keyof Omit<ArticleDocument, 'proof'>, z.ZodType>>);

/** Elasticsearch does not distinguish null from a missing field; readers get only null. */
export const absentFields = {
  date: null,
  dateKind: null,
  published: null,
  updated: null,
  publisher: null,
  country: null,
  authors: [],
  mentioned: [],
  dateline: null,
  url: null,
} as const satisfies Partial<ArticleDocument>;
