import { z } from 'zod';
import { createSchema } from 'zod-openapi';
import { filterShape } from '../params/search.ts';

const { collapse: _, ...alertFilters } = filterShape;
/** The parameters of a search that an alert accepts. */
export const filters = z.object(alertFilters);
export const alertFilterNames: readonly string[] = Object.keys(alertFilters);

/** How a search is read. Alone, they leave it with every article. */
export const manners: ReadonlySet<string> = new Set(['match', 'expand', 'translate', 'translate-without']);

const described = z
  .object({
    properties: z.record(
      z.string(),
      z.looseObject({ items: z.looseObject({}).optional(), maxItems: z.int().optional() }),
    ),
  })
  .parse(createSchema(filters, { io: 'input' }).schema).properties;

/** In a body, a value may stand alone, also if the parameter can be repeated, or in a list, also an empty one. */
const inBody = ({
  items,
  maxItems,
  description,
  default: _,
  ...single
}: (typeof described)[string]): object => {
  const one = items ?? single;
  return { description, anyOf: [one, { type: 'array', items: one, maxItems: items ? maxItems : 1 }] };
};

const mapNames = <T>(of: (name: string) => T): Record<string, T> =>
  Object.fromEntries(alertFilterNames.map((name) => [name, of(name)]));

const blank = { type: 'string', pattern: '^\\s*$' };
const blankQuery = { anyOf: [blank, { type: 'array', items: blank }] };

/** What leaves a search without any condition. */
const everything = {
  type: 'object',
  properties: mapNames((name) => {
    if (manners.has(name)) return {};
    return name === 'q' ? blankQuery : { type: 'array', maxItems: 0 };
  }),
  additionalProperties: false,
};

const value = z.union([z.string(), z.array(z.string()).max(50)]);

/** The server reads it by the rules of a URL (`readSavedSearch`); these are the same rules for the document. */
export const alertQuery = z.record(z.string(), value).meta({
  id: 'AlertQuery',
  description: `Parameters of a search, at least one of them a condition: ${alertFilterNames.join(', ')}; a list if a parameter can be repeated`,
  override: {
    type: 'object',
    properties: Object.fromEntries(Object.entries(described).map(([name, one]) => [name, inBody(one)])),
    propertyNames: undefined,
    additionalProperties: false,
    not: everything,
  },
});
