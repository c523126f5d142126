import type { Request } from 'express';
import { z } from 'zod';
import { InvalidParameters } from '../../domain/errors.ts';

const many = z.array(z.string().max(500)).max(50);
const one = z
  .array(z.string().max(4000))
  .length(1, 'may be given once')
  .transform(([value]) => value ?? '');

/** Parameters of a write; the fields of an article stand here for text and pages, which cannot bear them. */
const writeParameters = z.strictObject({
  wait: one.pipe(z.literal('searchable')).optional(),
  url: one.optional(),
  language: one.optional(),
  publisher: one.optional(),
  date: one.optional(),
  title: one.optional(),
  agency: many.optional(),
  sequence: one.transform(Number).pipe(z.number().int().nonnegative()).optional(),
  modified: one.pipe(z.iso.datetime({ offset: true })).optional(),
  'publish-at': one.pipe(z.iso.datetime({ offset: true })).optional(),
});
export type WriteParameters = z.infer<typeof writeParameters>;

const deletionParameters = z.strictObject({
  wait: writeParameters.shape.wait,
  purge: one
    .pipe(z.enum(['true', 'false']))
    .transform((value) => value === 'true')
    .default(false),
});

/** @throws {InvalidParameters} */
export const readWriteParameters = (request: Request): WriteParameters =>
  readStrictly(writeParameters, request);

/** @throws {InvalidParameters} */
export const readDeletionParameters = (request: Request): z.infer<typeof deletionParameters> =>
  readStrictly(deletionParameters, request);

const readStrictly = <Schema extends z.ZodObject>(schema: Schema, request: Request): z.output<Schema> => {
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  const lists = Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]),
  );
  const parsed = schema.safeParse(lists);
  if (parsed.success) return parsed.data;
  throw new InvalidParameters(
    parsed.error.issues.map((issue) => ({
      parameter: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : String(issue.path[0] ?? ''),
      detail: issue.message,
    })),
  );
};

/**
 * The revision that the caller expects to replace: `If-Match: 3`, or 0 by `If-None-Match: *`.
 *
 * @throws {InvalidParameters}
 */
export const readExpectation = (request: Request): number | undefined => {
  if (request.headers['if-none-match'] === '*') return 0;
  const header = request.headers['if-match'];
  if (header === undefined) return undefined;
  const revision = /^(?:W\/)?"?(\d{1,12})"?$/.exec(header.trim())?.[1];
  if (revision === undefined) {
    throw new InvalidParameters([{ parameter: 'If-Match', detail: 'must be a revision, such as 3' }]);
  }
  return Number(revision);
};
