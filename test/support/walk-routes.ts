import { buildOpenApi } from '../../api/openapi.ts';
import { routes } from '../../api/routes/index.ts';

/** Values to try: of `{id}` by the beginning of the path, of other parameters by name. */
export interface Values {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly of: Readonly<Record<string, readonly string[]>>;
}

export interface Visit {
  readonly path: string;
  /** Of the document; pages and the like are no part of it. */
  readonly route: string;
}

const pages = [
  '/',
  '/articles/{id}',
  '/articles/{id}/versions',
  '/people/{id}',
  '/subscriptions',
  '/subscriptions/{id}/confirm',
  '/subscriptions/{id}/unsubscribe',
  '/sitemap.xml',
  '/sitemap-1.xml',
  '/robots.txt',
];

/**
 * Every address under which something can be read: each GET of the OpenAPI document, and each page, without
 * parameters, with each value of each parameter, and with each pair of revisions.
 */
export const readingVisits = (values: Values): readonly Visit[] => {
  const document = buildOpenApi(routes).paths ?? {};
  const documented = Object.entries(document).flatMap(([route, methods]) =>
    methods.get ? [{ route, queries: namesOf(methods.get.parameters ?? []) }] : [],
  );
  const drawn = pages.map((route) => ({ route, queries: ['q', 'from', 'to', 'person', 'agency'] }));
  return [...documented, ...drawn].flatMap(({ route, queries }) =>
    fill(route, values).flatMap((path) =>
      queriesOf(queries, values).map((query) => ({ route, path: query === '' ? path : `${path}?${query}` })),
    ),
  );
};

const namesOf = (parameters: readonly object[]): readonly string[] =>
  parameters.flatMap((one) =>
    'name' in one && 'in' in one && one.in === 'query' && typeof one.name === 'string' ? [one.name] : [],
  );

const fill = (route: string, { ids, of }: Values): readonly string[] => {
  const [, name] = /\{(\w+)\}/.exec(route) ?? [];
  if (name === undefined) return [route];
  const begin = Object.keys(ids).find((one) => route.startsWith(one));
  const tried = name === 'id' && begin !== undefined ? ids[begin] : of[name];
  return (tried ?? []).map((value) => route.replace(/\{\w+\}/, encodeURIComponent(value)));
};

const queriesOf = (names: readonly string[], { of }: Values): readonly string[] => {
  const one = names.flatMap((name) => (of[name] ?? []).map((value): [string, string] => [name, value]));
  const singles = one.map((pair) => new URLSearchParams([pair]).toString());
  const pairs = one.flatMap(([from, first]) =>
    from === 'from'
      ? one
          .filter(([to]) => to === 'to')
          .map(([, second]) => new URLSearchParams({ from: first, to: second }).toString())
      : [],
  );
  return ['', ...singles, ...pairs];
};
