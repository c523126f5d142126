import { formatNames } from '../render/index.ts';
import { type LinkParameters, linkTo } from './links.ts';
import type { Reader } from './result.ts';
import type { Understanding } from './understand.ts';

/** Elasticsearch's result window; beyond it, use a cursor or an export. */
export const LAST_RESULT = 10_000;

/** Links of a page of results: other pages, feeds, downloads. */
export const pageLinks = (
  { params, links }: Understanding,
  total: number,
  { path }: Reader,
): Record<string, string> => {
  const last = Math.min(
    Math.ceil(total / Math.max(1, params['page-size'])),
    Math.floor(LAST_RESULT / Math.max(1, params['page-size'])),
  );
  const page = (number: number): string =>
    linkTo(path, links, { page: number === 1 ? [] : [String(number)] });
  const inFormat = (format: string): string => linkTo('/v1/articles', links, { format: [format], page: [] });
  return {
    self: page(params.page),
    ...(params.page > 1 ? { first: page(1), prev: page(params.page - 1) } : {}),
    ...(params.page < last ? { next: page(params.page + 1) } : {}),
    ...Object.fromEntries(
      formatNames.filter((name) => name !== 'json').map((name) => [name, inFormat(name)]),
    ),
    export: linkTo('/v1/export', onlyFilters(links), {}),
  };
};

const notInExport: ReadonlySet<string> = new Set([
  'page',
  'page-size',
  'facets',
  'facet-limit',
  'interval',
  'fields',
  'highlight',
  'context',
  'explain',
  'format',
  'sort',
  'collapse',
  'like',
]);

const onlyFilters = (links: LinkParameters): LinkParameters =>
  new Map(Array.from(links).filter(([name]) => !notInExport.has(name)));
