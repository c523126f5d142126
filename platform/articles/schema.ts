import { z } from 'zod';
import { findJsonExcess } from '../../domain/count-parts.ts';
import { type GivenFields, givenFields } from '../../domain/given-fields.ts';
import { deriveId, findIdFault } from '../../domain/ids.ts';
import type { Order, Submission } from '../../domain/submission.ts';

/**
 * Longest line of NDJSON, and longest JSON body, in bytes: the longest text in UTF-8. Parsing takes 4 ms per megabyte
 * and blocks the process.
 */
export const maxLineBytes = 16_000_000;
/** Longest text or page that is read, in bytes. */
export const maxInputBytes = 5 * 1024 * 1024;

const line = (most: number) =>
  z.string().max(most, `must have at most ${most} characters`).nullable().exactOptional();
const names = (most: number) => {
  const name = z.string().max(500, 'a name has at most 500 characters');
  return z
    .union([name.transform((one) => [one]), z.array(name).max(most, `must have at most ${most} entries`)])
    .nullable()
    .exactOptional();
};
const instant = z.iso.datetime({ offset: true, error: 'must be an instant such as 2024-05-01T08:00:00Z' });

/** Limit of values in an article, an object of strings and lists of names: real ones have far fewer. */
const partBounds = { depth: 3, parts: 20_000 } as const;

/** One article in our own JSON. Unknown fields are rejected with their names. */
export const articleSchema = z
  .strictObject({
    id: z.string().min(1, 'is empty').optional(),
    ...givenFields(line, names),
    /** Another name of `agency`. */
    source: names(50),
    sequence: z.number().int().nonnegative().nullable().optional(),
    modified: instant.nullable().optional(),
    'publish-at': instant.nullable().optional(),
  })
  .refine(({ agency, source }) => agency === undefined || source === undefined, {
    path: ['source'],
    message: 'is the same as agency: give one of them',
  })
  .meta({
    id: 'ArticleInput',
    // What is checked here and after it, for readers of the document and generated clients.
    override: {
      not: { required: ['agency', 'source'] },
      anyOf: ['body', 'title'].map((field) => ({
        required: [field],
        properties: { [field]: { type: 'string', pattern: '\\S' } },
      })),
    },
  });

export type ReadSubmission =
  | { readonly kind: 'submission'; readonly submission: Submission }
  | { readonly kind: 'invalid'; readonly id: string | null; readonly detail: string };

export interface ReadOptions {
  /** The id from the URL; one in the article must be the same. */
  readonly id?: string;
  /** Prefix for ids that the article has itself. */
  readonly namespace?: string;
  /** Prefix for ids generated for articles without one. */
  readonly derived?: string;
  readonly expected?: number;
}

/** Parses one article in our own JSON; reports what is wrong and where. */
export const readSubmission = (bytes: Uint8Array, options: ReadOptions = {}): ReadSubmission => {
  const text = decodeUtf8(bytes);
  if (text === null) return { kind: 'invalid', id: null, detail: 'not valid UTF-8' };
  const excess = findJsonExcess(text, partBounds);
  if (excess) return { kind: 'invalid', id: null, detail: `article: ${excess.detail}` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: 'invalid', id: null, detail: `not JSON: ${(error as Error).message}`.slice(0, 300) };
  }
  return submissionOf(value, bytes.length, options);
};

const decodeUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const submissionOf = (value: unknown, bytes: number, options: ReadOptions): ReadSubmission => {
  const parsed = articleSchema.safeParse(value);
  const named = z.looseObject({ id: z.string() }).safeParse(value).data?.id ?? null;
  const invalid = (detail: string): ReadSubmission => ({ kind: 'invalid', id: options.id ?? named, detail });
  if (!parsed.success) return invalid(describeIssues(parsed.error));
  const { id: own, sequence, modified, source, 'publish-at': publishAt, ...fields } = parsed.data;
  if (sequence != null && modified != null) return invalid('sequence and modified exclude each other');
  if (options.id !== undefined && own !== undefined && own !== options.id) {
    return invalid('id: differs from the one in the address');
  }
  const given: GivenFields = source === undefined ? fields : { ...fields, agency: source };
  const input = { contentType: 'application/json', charset: null, content: '', given } as const;
  const id =
    options.id ??
    (own === undefined ? `${options.derived ?? ''}${deriveId(input)}` : `${options.namespace ?? ''}${own}`);
  const fault = findIdFault(id);
  if (fault) return invalid(`id: ${fault}`);
  if (!given.body?.trim() && !given.title?.trim()) return invalid('body: an article needs a body or a title');
  const order = orderOf(sequence, modified);
  return {
    kind: 'submission',
    submission: {
      id,
      input,
      bytes,
      ...(order ? { order } : {}),
      ...(publishAt ? { publishAt: new Date(publishAt).toISOString() } : {}),
      ...(options.expected === undefined ? {} : { expected: options.expected }),
    },
  };
};

/** @param sequence  @param modified  at most one of them */
export const orderOf = (sequence?: number | null, modified?: string | null): Order | null => {
  if (sequence != null) return { by: 'sequence', sequence };
  if (modified != null) return { by: 'modified', modified: new Date(modified).toISOString() };
  return null;
};

/** All errors in one line, each with its field. */
const describeIssues = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown field ${issue.keys
            .slice(0, 5)
            .map((key) => JSON.stringify(key.slice(0, 50)))
            .join(', ')}`
        : `${issue.path.join('.') || 'article'}: ${issue.message}`,
    )
    .join('; ');
