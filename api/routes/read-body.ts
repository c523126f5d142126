import type { z } from 'zod';
import { InvalidParameters } from '../../domain/errors.ts';

/**
 * Reads a JSON body.
 *
 * @throws {InvalidParameters} with every invalid member
 */
export const readBody = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw new InvalidParameters(
    parsed.error.issues.map(({ path, message }) => ({
      parameter: path.join('.') || 'body',
      detail: message,
    })),
  );
};
