import { z } from 'zod';
import { givenFields } from '../../domain/given-fields.ts';
import { flag, instant, oneOf, several, single } from './kinds.ts';

const line = (most: number) => z.string().max(most, `is longer than ${most} characters`);
const string = { type: 'string' };
const moment = { type: 'string', format: 'date-time' };
const about = 'Of a text or page, which cannot say it itself';

/** The text is the request's body. */
const { body: _, ...fields } = givenFields(
  (most) => single(line(most), { ...string, maxLength: most }, about).exactOptional(),
  (most) => several(line(500), { most }, about).exactOptional(),
);

const wait = single(
  oneOf(['searchable']),
  { type: 'string', enum: ['searchable'] },
  'Answer when the article can be found, ten seconds at most',
).optional();

/** Parameters of a write; the fields of an article stand here for text and pages, which cannot bear them. */
export const pageSchema = z.object({
  wait,
  ...fields,
  sequence: single(
    z
      .string()
      .regex(/^\d{1,15}$/, 'must be a whole number')
      .transform(Number),
    { type: 'integer', minimum: 0 },
    "The sender's own order: what is lower than the stored one is stale",
  ).optional(),
  modified: single(instant, moment, "The sender's own order, as an instant").optional(),
  'publish-at': single(instant, moment, 'Until then nobody but writers knows of it').optional(),
});
export type PageParameters = z.infer<typeof pageSchema>;

/** Our own JSON says all the rest itself: a field that stood in the address too would be lost. */
export const jsonSchema = z.object({ wait });
export type WaitParameters = z.infer<typeof jsonSchema>;

/** Lines are answered as they are kept: none is waited for. */
export const ndjsonSchema = z.object({});

export const deletionSchema = z.object({
  wait,
  purge: single(flag, { type: 'boolean', default: false }, 'Erase for good').default(false),
});
