import type { SearchParams } from '../params/search.ts';
import type { ReadFilters } from './filters.ts';

/** Values of parameters by name, for a URL. */
export type LinkParameters = ReadonlyMap<string, readonly string[]>;

const defaults: Readonly<Record<string, string>> = {
  match: 'all',
  expand: 'people',
  translate: 'none',
  page: '1',
  'page-size': '20',
  facets: 'agency,person,lang,date',
  'facet-limit': '10',
  interval: 'auto',
  context: '0',
  highlight: 'true',
  explain: 'false',
  format: 'json',
};

/**
 * The parameters of a search for its links: names are replaced by their resolved ids; defaults, the cursor
 * and parameters set by the route itself are left out.
 */
export const linkParameters = (
  params: SearchParams,
  { filters }: Pick<ReadFilters, 'filters'>,
  unlinked: readonly string[] = [],
): LinkParameters => {
  const read = new Map<string, readonly string[]>(
    filters.filter(({ values }) => values.length > 0).map(({ facet, values }) => [facet, values]),
  );
  const written = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === '' || name === 'cursor' || unlinked.includes(name)) continue;
    const values =
      read.get(name) ?? (Array.isArray(value) && !joined.has(name) ? value.map(String) : [String(value)]);
    if (values.length === 1 && values[0] === defaults[name]) continue;
    written.set(name, values);
  }
  return written;
};

const joined: ReadonlySet<string> = new Set(['facets', 'fields']);

/** The same search with some parameters changed; an empty list removes one. A change leads to the first page. */
export const linkTo = (
  path: string,
  parameters: LinkParameters,
  change: Readonly<Record<string, readonly string[]>> = {},
): string => linksWith(path, parameters, Object.keys(change))(Object.entries(change));

/**
 * Links that differ in the same few parameters, with the common part serialized once: a facet has a link per
 * option.
 */
export const linksWith = (
  path: string,
  parameters: LinkParameters,
  names: readonly string[],
): ((change: readonly (readonly [string, readonly string[]])[]) => string) => {
  const common = new URLSearchParams();
  const toFirstPage = names.length > 0 && !names.includes('page');
  for (const [name, values] of parameters)
    if (!names.includes(name) && !(toFirstPage && name === 'page'))
      for (const value of values) common.append(name, value);
  const written = common.toString();
  return (change) => {
    const changed = change.flatMap(([name, values]) =>
      values.map((value) => `${encodeForm(name)}=${encodeForm(value)}`),
    );
    const text = [...(written === '' ? [] : [written]), ...changed].join('&');
    return text === '' ? path : `${path}?${text}`;
  };
};

/** Encodes like `URLSearchParams`, which is slow to create for one value. */
const encodeForm = (text: string): string =>
  /^[\w.*-]*$/.test(text) ? text : new URLSearchParams([['', text]]).toString().slice(1);
