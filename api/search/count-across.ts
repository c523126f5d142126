import { setTimeout as pause } from 'node:timers/promises';
import type { SearchParams } from '../params/search.ts';
import type { ApiServices } from '../services.ts';
import type { Reader, SearchResult } from './result.ts';
import { search } from './search.ts';

/** Most languages that are counted; an archive hardly has more. */
const mostLanguages = 40;

/**
 * Counts by language the results that a search would have with translations.
 *
 * @returns null if it has no words, already translates, shows a later page, or if the archive has only one language
 */
export const countAcross = async (
  params: SearchParams,
  reader: Reader,
  services: ApiServices,
): Promise<SearchResult | null> => {
  if (
    !services.authorities.across ||
    params.q === undefined ||
    params.like !== undefined ||
    params.translate !== 'none' ||
    params.page > 1 ||
    services.authorities.across.held?.().length === 1
  )
    return null;
  const counted: SearchParams = {
    ...params,
    translate: 'all',
    'page-size': 0,
    facets: ['lang'],
    'facet-limit': mostLanguages,
    sort: 'newest',
    highlight: false,
  };
  try {
    return await search(counted, reader, services);
  } catch (error) {
    // Optional: if Elasticsearch is down, the search itself reports it.
    services.log.warn({ err: error }, 'translations were not counted');
    return null;
  }
};

/** The result if it is ready in time, else null, because this optional part must not delay the results. */
export const inTime = async <T>(work: Promise<T>, ms: number): Promise<T | null> => {
  const deadline = new AbortController();
  try {
    return await Promise.race([work, pause(ms, null, { signal: deadline.signal })]);
  } finally {
    deadline.abort();
  }
};

/** How many more articles one search found than another, and in which languages. */
export const moreThan = (plain: SearchResult, translated: SearchResult) => {
  const before = new Map(plain.facets.lang?.options.map(({ value, count }) => [value, count]));
  const languages = (translated.facets.lang?.options ?? [])
    .map(({ value, count }) => ({ code: value, count: count - (before.get(value) ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count);
  return { count: Math.max(0, translated.total.count - plain.total.count), languages };
};
