import { z } from 'zod';
import { spanOf } from './dates.ts';

/**
 * Kinds of parameters. Each reads the list of all values that stood under its name in the URL and says in words
 * what is wrong; `wire` is how OpenAPI shows it.
 */

/** At most one value. */
export const single = <T>(parse: z.ZodType<T, string>, wire: Record<string, unknown>, description: string) =>
  z
    .array(z.string())
    .max(1, 'is given more than once')
    .transform((values) => values[0] ?? '')
    .pipe(parse)
    .meta({ description, override: { ...wire, items: undefined, maxItems: undefined } });

/** Any number of values up to `most`, each once. */
export const several = <T extends string>(
  parse: z.ZodType<T, string>,
  { most, wire = { type: 'string' } }: { most: number; wire?: Record<string, unknown> },
  description: string,
) =>
  z
    .array(z.string())
    .max(most, `is given more than ${most} times`)
    .pipe(z.array(parse))
    .transform((values): readonly T[] => [...new Set(values)])
    .meta({ description, override: { type: 'array', items: wire } });

/** Control characters find nothing and forge log lines and headers. */
export const text = (most: number) =>
  z
    .string()
    .max(most, `is longer than ${most} characters`)
    .refine((value) => value.isWellFormed(), 'is no well-formed Unicode')
    .refine(
      (value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value),
      'holds control characters',
    )
    .transform((value) => value.normalize('NFC').trim());

/** A name or an id: not empty. */
export const name = (most = 200) => text(most).refine((value) => value !== '', 'is empty');

export const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: () => `must be one of ${values.join(', ')}` });

export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

export const flag = z
  .enum(['true', 'false'], { error: () => 'must be true or false' })
  .transform((value) => value === 'true');

export const writtenDate = z
  .string()
  .refine(
    (value) => spanOf(value) !== null,
    'must be a day, month or year: 2019-12-20, 2019-12 or 2019; 29 February only where there is one',
  );

/** An instant with its zone, as ISO 8601 writes it. */
export const writtenInstant = z.iso.datetime({
  offset: true,
  error: 'must be an instant such as 2024-05-01T08:00:00Z',
});

export const instant = writtenInstant.transform((written) => new Date(written));

/** Names parted by commas in one value. */
export const listOf = <const T extends readonly string[]>(values: T) =>
  z
    .string()
    .max(500)
    .transform((value) => (value === '' ? [] : value.split(',')))
    .pipe(z.array(oneOf(values)))
    .transform((list): readonly T[number][] => [...new Set(list)]);
