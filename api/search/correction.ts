import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { indexNames } from '../../mappings/names.ts';
import type { SearchParams } from '../params/search.ts';
import { isPlain } from '../query/signs.ts';
import type { ApiServices } from '../services.ts';
import { buildPairSpelling, isDense, readPairSpelling } from './dense-spelling.ts';
import { type SearchCall, translatingErrors } from './execute.ts';
import { linkTo } from './links.ts';
import { namesByPinyin } from './names-by-pinyin.ts';
import { planSearch } from './plan.ts';
import { askHowPrinted, asPrinted } from './printed-spelling.ts';
import type { Reader, SearchResult } from './result.ts';
import { understand } from './understand.ts';

/**
 * A spelling of the query that has results under the same filters. Costs two or three requests; asked only where a search
 * found nothing.
 *
 * @returns null where none has; always for queries with operators, which say what they mean
 * @throws {SearchUnavailable}
 */
export const proposeCorrection = async (
  params: SearchParams,
  reader: Reader,
  services: ApiServices,
): Promise<SearchResult['suggestion']> => {
  if (params.q === undefined || params.q.length > longestQuery || !isPlain(params.q)) return null;
  const proposals = await spell(params.q, services);
  const tries = proposals.map((q) => tryOut({ ...params, q }, reader, services));
  if (tries.length === 0) return null;
  const answers = await services.execute(
    tries.map(({ call }) => call),
    { again: true },
  );
  const at = answers.findIndex(({ hits }) => countOf(hits.total) > 0);
  const [found, tried] = [answers[at], tries[at]];
  if (!found || !tried) return null;
  const [hit] = found.hits.hits;
  const q = isDense(tried.q) ? tried.q : asPrinted(tried.q, params.q, hit?.highlight);
  const { links } = understand({ ...params, q, page: 1 }, services.authorities, reader);
  return { q, count: countOf(found.hits.total), url: linkTo(reader.path, links) };
};

const longestQuery = 200;
const mostProposals = 5;
/** A changed character has many candidates; each try is a count without hits. */
const mostDenseProposals = 20;

/** Names typed in pinyin, then spellings by the words of titles and texts, likeliest first, as some article prints them. */
const spell = async (text: string, services: ApiServices): Promise<readonly string[]> => {
  if (isDense(text)) return spellDensely(text, services);
  const [names, spelt] = await Promise.all([namesByPinyin(text, services), spellWords(text, services)]);
  return [...names, ...spelt];
};

/** Pairs of characters stand only in the indices of these languages. */
const densely = ['zh', 'ja'] as const;

const spellDensely = async (text: string, services: ApiServices): Promise<readonly string[]> => {
  const names = indexNames(services.config.prefix);
  const { suggest } = await translatingErrors(() =>
    services.elasticsearch.search({
      index: densely.map(names.readingOf),
      ignore_unavailable: true,
      size: 0,
      suggest: buildPairSpelling(text),
    }),
  );
  return readPairSpelling(text, suggest).slice(0, mostDenseProposals);
};

const spellWords = async (text: string, services: ApiServices): Promise<readonly string[]> => {
  const { suggest } = await translatingErrors(() =>
    services.elasticsearch.search({
      index: indexNames(services.config.prefix).articles,
      size: 0,
      suggest: buildSpelling(text),
    }),
  );
  const options = Object.values(suggestions.parse(suggest ?? {}))
    .flat()
    .flatMap((part) => part.options)
    .sort((left, right) => right.score - left.score);
  const spelt = new Set(options.map((option) => option.text));
  spelt.delete(text.toLowerCase());
  return [...spelt].slice(0, mostProposals);
};

const suggestions = z.record(
  z.string(),
  z.array(z.object({ options: z.array(z.object({ text: z.string(), score: z.number() })) })),
);

/** Asks for spellings on the words as printed: stems are no spellings. Also for a wrong first letter. */
export const buildSpelling = (text: string): estypes.SearchSuggester => ({
  text,
  title: phraseOn('title.exact'),
  body: phraseOn('body.exact'),
});

const phraseOn = (field: string): estypes.SearchFieldSuggester => ({
  phrase: {
    field,
    size: mostProposals,
    max_errors: 2,
    confidence: 0,
    direct_generator: [{ field, suggest_mode: 'missing', min_word_length: 3, prefix_length: 0 }],
  },
});

const tryOut = (params: SearchParams, reader: Reader, { authorities, config }: ApiServices) => {
  const understood = understand({ ...params, page: 1 }, authorities);
  const [planned] = planSearch(
    { ...understood, params: { ...params, facets: [] } },
    indexNames(config.prefix),
    () => ({
      params,
      own: null,
      links: understood.links,
      reader,
      authorities,
    }),
  ).calls;
  if (!planned) throw new Error('a plan without a search');
  const { query, post_filter } = planned.body;
  const call: SearchCall = {
    ...planned,
    global: false,
    body: {
      size: 1,
      _source: false,
      track_total_hits: true,
      highlight: askHowPrinted(params.q ?? ''),
      ...(query ? { query } : {}),
      ...(post_filter ? { post_filter } : {}),
    },
  };
  return { q: params.q ?? '', call };
};

const countOf = (total: number | estypes.SearchTotalHits | undefined): number =>
  typeof total === 'number' ? total : (total?.value ?? 0);
