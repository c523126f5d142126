import type { SearchParams } from '../params/search.ts';
import type { ReadFilters } from './filters.ts';

/** Values of parameters by name, as they go into a URL. */
export type LinkParameters = ReadonlyMap<string, readonly string[]>;

const defaults: Readonly<Record<string, string>> = {
  match: 'all',
  expand: 'people',
  page: '1',
  'page-size': '20',
  facets: 'agency,person,lang,date',
  'facet-limit': '10',
  highlight: 'true',
  explain: 'false',
  format: 'json',
};

/**
 * The parameters of a search as its links repeat them: names as the ids that they were read as, defaults left out,
 * the cursor gone.
 */
export const linkParameters = (
  params: SearchParams,
  { filters }: Pick<ReadFilters, 'filters'>,
): LinkParameters => {
  const read = new Map<string, readonly string[]>(
    filters.filter(({ values }) => values.length > 0).map(({ facet, values }) => [facet, values]),
  );
  const written = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || name === 'cursor') continue;
    const values =
      read.get(name) ?? (Array.isArray(value) && !joined.has(name) ? value.map(String) : [String(value)]);
    if (values.length === 1 && values[0] === defaults[name]) continue;
    written.set(name, values);
  }
  return written;
};

const joined: ReadonlySet<string> = new Set(['facets', 'fields']);

/** The same search with some parameters changed; an empty list takes one away. A change leads to the first page. */
export const linkTo = (
  path: string,
  parameters: LinkParameters,
  change: Readonly<Record<string, readonly string[]>> = {},
): string => {
  const query = new URLSearchParams();
  const changed = Object.keys(change).length > 0 && !('page' in change);
  for (const [name, values] of parameters)
    if (!(name in change) && !(changed && name === 'page'))
      for (const value of values) query.append(name, value);
  for (const [name, values] of Object.entries(change)) for (const value of values) query.append(name, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
};
