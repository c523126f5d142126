import { z } from 'zod';
import type { ApiServices } from '../services.ts';
import { termsShape } from './facets/counts.ts';
import { pinyinsOf, typedPinyin } from './pinyin.ts';
import { searchArticles } from './search-articles.ts';

const MOST_NAMES = 3000;
const answerShape = z.object({ names: termsShape });

/** Chinese names found by `unrecordedByPinyin`, without their counts. */
export const namesByPinyin = async (typed: string, services: ApiServices): Promise<readonly string[]> =>
  (await unrecordedByPinyin(typed, services)).map(({ name }) => name);

/**
 * Chinese names of persons without a record whose pinyin is the typed text, the most mentioned first.
 * Recorded persons are found by their Latin names.
 *
 * @throws {SearchUnavailable}
 */
export const unrecordedByPinyin = async (
  typed: string,
  services: ApiServices,
): Promise<readonly { readonly name: string; readonly articles: number }[]> => {
  const wanted = typedPinyin(typed);
  if (wanted === null) return [];
  const answer = await searchArticles(
    {
      size: 0,
      aggs: { names: { terms: { field: 'people', size: MOST_NAMES, include: 'name:[㐀-鿿·]{2,12}' } } },
    },
    services,
  );
  return answerShape
    .parse(answer?.aggregations)
    .names.buckets.map(({ key, doc_count }) => ({ name: key.slice('name:'.length), articles: doc_count }))
    .filter(({ name }) => pinyinsOf(name).includes(wanted));
};
