import type { Request } from 'express';
import type { z } from 'zod';
import { InvalidParameters } from '../../domain/errors.ts';
import { parseParameters, readQuery } from '../params/read.ts';
import { queryOf } from '../routes/read.ts';

/** The parameters of a write, validated for its kind of content. @throws {InvalidParameters} */
export const readParameters = <Schema extends z.ZodObject>(
  schema: Schema,
  request: Request,
): z.output<Schema> => {
  return parseParameters(schema, readQuery(queryOf(request)));
};

/**
 * The revision that the caller expects to replace: `If-Match: 3`, or 0 for `If-None-Match: *`.
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
