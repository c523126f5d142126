import { z } from 'zod';
import type { ApiServices } from '../services.ts';
import { termsShape } from './facets/counts.ts';
import { pinyinsOf, typedPinyin } from './pinyin.ts';
import { searchArticles } from './search-articles.ts';

const MOST_NAMES = 3000;
const answerShape = z.object({ names: termsShape });

/** Chinese names as `unrecordedByPinyin` finds them, without their counts. */
export const namesByPinyin = async (typed: string, services: ApiServices): Promise<readonly string[]> =>
  (await unrecordedByPinyin(typed, services)).map(({ name }) => name);

/**
 * Chinese names that articles give to people without a record and that are read as typed, the most named first.
 * Whoever has a record is found by its Latin names.
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
