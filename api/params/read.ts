import type { z } from 'zod';
import { InvalidParameters, type ParameterProblem } from '../../domain/errors.ts';

const MAX_PROBLEMS = 20;
const MAX_SHOWN = 60;

/** Parameters as in the URL: every value of every name, in order. */
export type WrittenParameters = Readonly<Record<string, readonly string[]>>;

/** No route takes nearly as many; what it would refuse one by one is refused at once. */
const mostValues = 1000;

/**
 * Splits a query string into names and values, without validation.
 *
 * @throws {InvalidParameters} for more than 1000 values
 */
export const readQuery = (query: URLSearchParams): WrittenParameters => {
  const values = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of query) {
    count += 1;
    if (count > mostValues)
      throw new InvalidParameters([
        { parameter: name.slice(0, MAX_SHOWN), detail: `is one too many: a query has at most ${mostValues}` },
      ]);
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  // A prototype-less record: a parameter may be called `__proto__`.
  return Object.assign(Object.create(null), Object.fromEntries(values));
};

/**
 * Validates parameters against a schema whose fields take lists of strings.
 *
 * @throws {InvalidParameters} with every unknown, repeated or malformed parameter (20 at most)
 */
export const parseParameters = <Schema extends z.ZodObject>(
  schema: Schema,
  written: WrittenParameters,
): z.output<Schema> => {
  const known = Object.keys(schema.shape);
  const unknown = Object.keys(written).filter((name) => !known.includes(name));
  const parsed = schema.safeParse(
    Object.fromEntries(known.flatMap((name) => (written[name] ? [[name, written[name]]] : []))),
  );
  const problems = [
    ...unknown.map((name) => ({
      parameter: name.slice(0, MAX_SHOWN),
      detail: `is not a parameter here; ${known.length > 0 ? `known are ${known.join(', ')}` : 'there are none'}`,
    })),
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => describeIssue(issue, written))),
  ];
  if (!parsed.success || problems.length > 0) throw new InvalidParameters(problems.slice(0, MAX_PROBLEMS));
  return parsed.data;
};

const describeIssue = (issue: z.core.$ZodIssue, written: WrittenParameters): ParameterProblem => {
  const parameter = String(issue.path[0] ?? '');
  return { parameter, detail: written[parameter] ? issue.message : 'is needed' };
};
