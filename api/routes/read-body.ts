import type { z } from 'zod';
import { InvalidParameters } from '../../domain/errors.ts';

/**
 * Reads a JSON body.
 *
 * @throws {InvalidParameters} without a body, or with every invalid member
 */
export const readBody = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  if (body === undefined) throw missingBody();
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new InvalidParameters(
    parsed.error.issues.map(({ path, message }) => ({
      parameter: path.join('.') || 'body',
      detail: message,
    })),
  );
};

/** For `verify` of `express.json`, which reads an empty body as an empty object. */
export const refuseEmpty = (_request: unknown, _response: unknown, bytes: Uint8Array): void => {
  if (bytes.length === 0) throw missingBody();
};

const missingBody = (): InvalidParameters =>
  new InvalidParameters([{ parameter: 'body', detail: 'is missing: send JSON' }]);
