import { z } from 'zod';
import { normalize } from '../../domain/normalize.ts';
import { spanOf, spanPattern } from './dates.ts';

/** JSON Schema of one value in a URL. */
type Wire = Readonly<Record<string, unknown>>;

/**
 * A kind of value: how the server validates it, with error messages, and how OpenAPI describes it. Both are
 * together, so that the document is as strict as the server.
 */
export interface Kind<T> {
  readonly parse: z.ZodType<T, string>;
  readonly wire: Wire;
}

const param = <T>(parse: z.ZodType<T, string>, wire: Wire, description: string) =>
  z
    .array(z.string())
    .max(1, 'is given more than once')
    .transform((values) => values[0] ?? '')
    .pipe(parse)
    .meta({ description, override: { ...wire, items: undefined, maxItems: undefined } });

/** A parameter that is given at most once. */
export const single = <T>({ parse, wire }: Kind<T>, description: string) => param(parse, wire, description);

/** The same with a default value. */
export const singleOr = <T extends string | number | boolean>(
  { parse, wire }: Kind<T>,
  fallback: T,
  description: string,
) => param(parse, { ...wire, default: fallback }, description).default(() => fallback);

/** Up to `most` different values. */
export const several = <T extends string>({ parse, wire }: Kind<T>, most: number, description: string) =>
  z
    .array(z.string())
    .max(most, `is given more than ${most} times`)
    .pipe(z.array(parse))
    .transform((values): readonly T[] => [...new Set(values)])
    .meta({ description, override: { type: 'array', items: wire } });

/** Control characters match nothing and could forge log lines and headers. */
const control = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f';
const hasControl = new RegExp(`[${control}]`);

const cleanText = (most: number) =>
  z
    .string()
    .max(most, `is longer than ${most} characters`)
    .refine((value) => value.isWellFormed(), 'is not well-formed Unicode')
    .refine((value) => !hasControl.test(value), 'holds control characters')
    .transform((value) => normalize(value, 'NFC').trim());

/** @param most  UTF-16 units */
export const text = (most: number): Kind<string> => ({
  parse: cleanText(most),
  wire: { type: 'string', maxLength: most, pattern: `^[^${control}]*$` },
});

/** A name or an id: not empty. */
export const name = (most = 200): Kind<string> => ({
  parse: cleanText(most).refine((value) => value !== '', 'is empty'),
  wire: {
    type: 'string',
    minLength: 1,
    maxLength: most,
    pattern: `^[^${control}]*[^\\s${control}][^${control}]*$`,
  },
});

/** @param problem  describes what a value must be */
export const matching = (pattern: RegExp, problem: string): Kind<string> => ({
  parse: z.string().regex(pattern, problem),
  wire: { type: 'string', pattern: pattern.source },
});

export const oneOf = <const T extends readonly string[]>(values: T): Kind<T[number]> => ({
  parse: z.enum(values, { error: () => `must be one of ${values.join(', ')}` }),
  wire: { type: 'string', enum: [...values] },
});

export const wholeNumber = (least: number, most: number): Kind<number> => {
  const problem = `must be a whole number from ${least} to ${most}`;
  return {
    parse: z
      .string()
      .regex(/^\d{1,15}$/, problem)
      .transform(Number)
      .refine((value) => value >= least && value <= most, problem),
    wire: { type: 'integer', minimum: least, maximum: most },
  };
};

export const flag: Kind<boolean> = {
  parse: z
    .enum(['true', 'false'], { error: () => 'must be true or false' })
    .transform((value) => value === 'true'),
  wire: { type: 'boolean' },
};

export const writtenDate: Kind<string> = {
  parse: z
    .string()
    .refine(
      (value) => spanOf(value) !== null,
      'must be a day, month or year: 2019-12-20, 2019-12 or 2019; 29 February only in leap years',
    ),
  wire: { type: 'string', pattern: spanPattern },
};

const instantText = z.iso.datetime({
  offset: true,
  error: 'must be an instant such as 2024-05-01T08:00:00Z',
});

const instantWire = { type: 'string', format: 'date-time', pattern: z.toJSONSchema(instantText).pattern };

/** An instant with its zone, as ISO 8601 writes it. */
export const instant: Kind<Date> = {
  parse: instantText.transform((written) => new Date(written)),
  wire: instantWire,
};

/** Names separated by commas in one value. */
export const listOf = <const T extends readonly string[]>(values: T): Kind<readonly T[number][]> => {
  const one = `(${values.join('|')})`;
  return {
    parse: z
      .string()
      .max(500)
      .transform((value) => (value === '' ? [] : value.split(',')))
      .pipe(z.array(oneOf(values).parse))
      .transform((list): readonly T[number][] => [...new Set(list)]),
    wire: { type: 'string', maxLength: 500, pattern: `^(${one}(,${one})*)?$` },
  };
};
