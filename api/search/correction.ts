import type { estypes } from '@elastic/elasticsearch';
import { indexNames } from '../../mappings/names.ts';
import type { SearchParams } from '../params/search.ts';
import { isWordsAlone } from '../query/plain-words.ts';
import type { ApiServices } from '../services.ts';
import { totalOf } from './count-facets.ts';
import { namesDelisted } from './delisted-names.ts';
import { isDense } from './dense-spelling.ts';
import type { Answer, SearchCall } from './execute.ts';
import { MOST_WORDS_BYTES } from './highlighted-words.ts';
import { linkTo } from './links.ts';
import { namesByPinyin } from './names-by-pinyin.ts';
import { planSearch } from './plan.ts';
import { askHowPrinted, asPrinted } from './printed-spelling.ts';
import type { Reader, SearchResult } from './result.ts';
import { spell } from './spelling.ts';
import { understand } from './understand.ts';

/**
 * A spelling of the query that has results with the same filters, with the count of its link. Costs three or
 * four requests; used only if a search found nothing.
 *
 * If a step fails or takes too long, nothing is proposed, because the search itself has been answered.
 *
 * @returns null if there is none; always null for queries with operators, which are deliberate
 */
export const proposeCorrection = async (
  params: SearchParams,
  reader: Reader,
  services: ApiServices,
): Promise<SearchResult['suggestion']> => {
  const { q } = params;
  if (q === undefined || q.length > LONGEST_QUERY || !isWordsAlone(q)) return null;
  try {
    return await within(PATIENCE_MS, propose({ ...params, q }, reader, services));
  } catch (error) {
    services.log.warn({ err: error, q }, 'the search for a correction failed');
    return null;
  }
};

const LONGEST_QUERY = 200;
/** How long a reader waits for an empty page. */
const PATIENCE_MS = 3_000;

type WithQuery = SearchParams & { readonly q: string };

const within = <T>(ms: number, work: Promise<T>): Promise<T | null> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

const propose = async (
  params: WithQuery,
  reader: Reader,
  services: ApiServices,
): Promise<SearchResult['suggestion']> => {
  const tries = (await spellings(params, services)).map((q) => ({ ...params, q, page: 1 }));
  const answers = await count(tries, reader, services);
  const at = answers.findIndex(
    (answer, n) =>
      totalOf(answer, params.collapse !== undefined) > 0 &&
      !namesDelisted(tries[n]?.q ?? '', services.authorities),
  );
  const [found, tried] = [answers[at], tries[at]];
  if (!found || !tried) return null;
  const q = isDense(tried.q) ? tried.q : asPrinted(tried.q, params.q, found.hits.hits[0]?.highlight);
  const printed = { ...tried, q };
  // A capital may turn a word into a name, and a name finds more.
  const [final] = q === tried.q ? [found] : await count([printed], reader, services);
  const { links } = understand(printed, services.authorities, reader);
  const total = totalOf(final, params.collapse !== undefined);
  return total > 0 ? { q, count: total, url: linkTo(reader.path, links) } : null;
};

/** Names typed in pinyin, then spellings by the words of titles and texts. */
const spellings = async ({ q, lang }: WithQuery, services: ApiServices): Promise<readonly string[]> => {
  const languages = [...new Set(lang.map((tag) => tag.split('-')[0]?.toLowerCase() ?? tag))];
  const [names, spelt] = await Promise.all([
    namesByPinyin(q, services),
    spell(q, { languages, timeoutMs: PATIENCE_MS }, services),
  ]);
  return [...new Set([...names, ...spelt])];
};

/** The searches of the links, counted instead of shown. */
const count = async (
  tries: readonly WithQuery[],
  reader: Reader,
  services: ApiServices,
): Promise<readonly Answer[]> =>
  tries.length === 0
    ? []
    : services.execute(
        tries.map((params) => countingCall(params, reader, services)),
        { again: true, mostBytes: MOST_WORDS_BYTES },
      );

const countingCall = (params: WithQuery, reader: Reader, services: ApiServices): SearchCall => {
  const { authorities, config } = services;
  const understood = understand({ ...params, facets: [] }, authorities, reader);
  const [planned] = planSearch(understood, indexNames(config.prefix), () => ({
    params,
    own: null,
    links: understood.links,
    reader,
    authorities,
  })).calls;
  if (!planned) throw new Error('a plan without a search');
  const { query, post_filter, aggs } = planned.body;
  return {
    ...planned,
    global: false,
    body: {
      size: 1,
      _source: false,
      track_total_hits: true,
      highlight: askHowPrinted(params.q) satisfies estypes.SearchHighlight,
      ...(query ? { query } : {}),
      ...(post_filter ? { post_filter } : {}),
      ...(aggs ? { aggs } : {}),
    },
  };
};
