import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { MatchKind } from '../../authorities/people/index.ts';
import { nameTokens, OF_NAME } from '../../authorities/people/matching/normalize-name.ts';
import { simplifiedCharacter } from '../../languages/zh-simplified.ts';
import type { ApiServices } from '../services.ts';
import { termsShape } from './facets/counts.ts';
import { unrecordedByPinyin } from './names-by-pinyin.ts';
import { searchArticles } from './search-articles.ts';

/** A person whom a name may mean, and the number of articles that name them. */
export interface FoundPerson {
  readonly id: string;
  readonly articles: number;
  readonly how: MatchKind;
  /** Comparable to those of recorded people. */
  readonly score: number;
}

const MOST_READ = 3000;
const MOST_FOUND = 50;
/** Names compared before other requests get a turn. */
const PORTION = 200;
const scores = { exact: 1, order: 0.98, partial: 0.9, sound: 0.7 } as const;
const answerShape = z.object({ names: termsShape });

/**
 * Persons without a record with this name in articles: by the whole name, by some of its words or their beginnings, or a
 * Chinese name by its pinyin; the most certain first, then the most mentioned.
 *
 * @throws {SearchUnavailable}
 */
export const findUnrecorded = async (
  typed: string,
  services: ApiServices,
): Promise<readonly FoundPerson[]> => {
  const tokens = tokensOf(typed);
  if (tokens.length === 0) return [];
  const [named, heard] = await Promise.all([
    readNames(tokens, services),
    unrecordedByPinyin(typed, services),
  ]);
  const found = new Map<string, FoundPerson>();
  for (const [at, { name, articles }] of named.entries()) {
    if (at % PORTION === PORTION - 1) await nextTurn();
    const how = compare(tokens, tokensOf(name));
    if (how) found.set(name, { id: OF_NAME + name, articles, how, score: scores[how] });
  }
  for (const { name, articles } of heard)
    if (!found.has(name))
      found.set(name, { id: OF_NAME + name, articles, how: 'sound', score: scores.sound });
  const { people } = services.authorities;
  return [...found.values()]
    .filter(({ id }) => !people.isDelisted(id))
    .sort((one, other) => other.score - one.score || other.articles - one.articles)
    .slice(0, MOST_FOUND);
};

/** Traditional characters as simplified ones, because articles have either. */
const tokensOf = (name: string): readonly string[] =>
  nameTokens(name).map((token) => [...token].map(simplifiedCharacter).join(''));

const readNames = async (tokens: readonly string[], services: ApiServices) => {
  const answer = await searchArticles(
    {
      size: 0,
      track_total_hits: false,
      aggs: { names: { terms: { field: 'people', size: MOST_READ, include: patternOf(tokens) } } },
    },
    services,
  );
  return answerShape
    .parse(answer?.aggregations)
    .names.buckets.map(({ key, doc_count }) => ({ name: key.slice(OF_NAME.length), articles: doc_count }));
};

/** Uses the longest word, which selects best; for Han all names, because an article may have other characters. */
const patternOf = (tokens: readonly string[]): string => {
  const [longest = ''] = [...tokens].sort((one, other) => other.length - one.length);
  return /\p{Script=Han}/u.test(longest)
    ? `${OF_NAME}[\u3400-\u9fff·]{2,12}`
    : `${OF_NAME}(.* )?${longest.slice(0, 50)}.*`;
};

const compare = (
  typed: readonly string[],
  named: readonly string[],
): 'exact' | 'order' | 'partial' | null => {
  if (typed.join(' ') === named.join(' ')) return 'exact';
  if ([...typed].sort().join(' ') === [...named].sort().join(' ')) return 'order';
  return typed.every((token) => named.some((other) => other.startsWith(token))) ? 'partial' : null;
};
