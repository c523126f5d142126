import { setTimeout as pause } from 'node:timers/promises';
import type { SearchParams } from '../params/search.ts';
import type { ApiServices } from '../services.ts';
import type { Reader, SearchResult } from './result.ts';
import { search } from './search.ts';

/** Languages that are counted; an archive has hardly more. */
const mostLanguages = 40;

/**
 * What a search would find with translations, counted by language.
 *
 * @returns null where it has no words, translates already, shows a later page, or the archive holds one language
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
    // An offer beside the results: the search itself says so where Elasticsearch is down.
    services.log.warn({ err: error }, 'translations were not counted');
    return null;
  }
};

/** What is there in time, else null: an offer beside the results does not hold them up. */
export const inTime = async <T>(work: Promise<T>, ms: number): Promise<T | null> => {
  const deadline = new AbortController();
  try {
    return await Promise.race([work, pause(ms, null, { signal: deadline.signal })]);
  } finally {
    deadline.abort();
  }
};

/** How many articles, and in which languages, one search found beyond another. */
export const moreThan = (plain: SearchResult, translated: SearchResult) => {
  const before = new Map(plain.facets.lang?.options.map(({ value, count }) => [value, count]));
  const languages = (translated.facets.lang?.options ?? [])
    .map(({ value, count }) => ({ code: value, count: count - (before.get(value) ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count);
  return { count: Math.max(0, translated.total.count - plain.total.count), languages };
};
