import { z } from 'zod';
import type { Preparation } from '../../domain/acceptance.ts';
import type { RawArticle, RawInput } from '../../domain/article.ts';
import { givenFields } from '../../domain/given-fields.ts';
import { seenSince } from '../../domain/visibility.ts';
import { jobItem } from '../queues.ts';

/** Limits were checked when it was accepted; they may have been different then. */
const given = z.object(
  givenFields(
    () => z.string().nullable().exactOptional(),
    () => z.array(z.string()).readonly().nullable().exactOptional(),
  ),
);

/** The input as stored in `raw` and `history`: text as text, other bytes as base64. */
const storedInput = z.object({
  contentType: z.string(),
  charset: z.string().nullable(),
  text: z.string().optional(),
  base64: z.string().optional(),
  given,
});

/** A raw record without its input. */
export const rawHead = z.object({
  revision: z.number().int().positive(),
  checksum: z.string(),
  sequence: z.number().int().nullish(),
  modified: z.string().nullish(),
  received: z.string(),
  deleted: z.boolean(),
  publishAt: z.string().nullish(),
  /** Why its sender withdrew it. */
  withdrawn: z.string().nullish(),
  /** Its text was erased permanently; id and revision stay, and block it until an admin allows it again. */
  purged: z.boolean().nullish(),
  /** Agencies whose key wrote it first. */
  owner: z.array(z.string()).nullish(),
});
export type RawHead = z.infer<typeof rawHead>;

/** One record of `raw`: the newest state of an article as received. `input` is null after a deletion. */
export const rawRecord = rawHead.extend({ input: storedInput.nullable() });
export type RawRecord = z.infer<typeof rawRecord>;

const about = {
  queue: z.enum(['live', 'bulk']),
  since: z.string(),
  replay: z.boolean().nullish(),
  trace: z.string().nullish(),
};

/** A record of `pending`, kept until it is indexed: one article, or a batch that was accepted together. */
export const pendingRecord = z.union([
  z.object({ ...about, articles: z.number(), items: z.array(jobItem).min(2) }),
  jobItem.extend({ ...about, notBefore: z.string().nullish() }),
]);
export type PendingRecord = z.infer<typeof pendingRecord>;

export const storeInput = ({
  contentType,
  charset,
  content,
  given,
}: RawInput): z.input<typeof storedInput> => ({
  contentType,
  charset,
  ...(typeof content === 'string' ? { text: content } : { base64: Buffer.from(content).toString('base64') }),
  given,
});

/**
 * An article with everything that its document is built from.
 *
 * @returns `null` for a deleted article
 */
export const readPreparation = (id: string, record: RawRecord): Preparation | null => {
  const raw = readRawArticle(id, record);
  return raw && { raw, acceptance: { checksum: record.checksum, received: seenSince(record) } };
};

/** @returns `null` for a deleted article */
export const readRawArticle = (id: string, { revision, input }: RawRecord): RawArticle | null => {
  if (input === null) return null;
  const { contentType, charset, text, base64, given } = input;
  const content = base64 === undefined ? (text ?? '') : new Uint8Array(Buffer.from(base64, 'base64'));
  return { id, revision, input: { contentType, charset, content, given } };
};
