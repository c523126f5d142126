import { z } from 'zod';
import { givenFields } from '../../domain/given-fields.ts';
import { flag, instant, type Kind, oneOf, several, single, singleOr, wholeNumber } from './kinds.ts';

/** Any value, because the chain validates an article's fields. */
const line = (most: number): Kind<string> => ({
  parse: z.string().max(most, `is longer than ${most} characters`),
  wire: { type: 'string', maxLength: most },
});
const about = 'For a text or page, which does not contain it';

/** The text is the request's body. */
const { body: _, ...fields } = givenFields(
  (most) => single(line(most), about).exactOptional(),
  (most) => several(line(500), most, about).exactOptional(),
);

const wait = single(
  oneOf(['searchable']),
  'Answer when the article is searchable, after ten seconds at most',
).optional();

/** Parameters of a write; for texts and pages they include the fields of an article. */
export const pageSchema = z.object({
  wait,
  ...fields,
  sequence: single(
    wholeNumber(0, 999_999_999_999_999),
    "The sender's own order: what is lower than the stored one is stale",
  ).optional(),
  modified: single(instant, "The sender's own order, as an instant").optional(),
  'publish-at': single(instant, 'Until then only writers can see it').optional(),
});
export type PageParameters = z.infer<typeof pageSchema>;

/**
 * Our own JSON and its lines contain all other fields; a field in the URL would be ignored, so it is rejected. A line is
 * answered as soon as it is stored; with `wait`, as soon as its batch of lines is searchable.
 */
export const jsonSchema = z.object({ wait });
export type WaitParameters = z.infer<typeof jsonSchema>;

export const deletionSchema = z.object({
  wait,
  purge: singleOr(flag, false, 'Erase for good'),
});
