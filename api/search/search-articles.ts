import { indexNames } from '../../mappings/names.ts';
import type { Answer, SearchBody, SearchExecutor } from './execute.ts';

/**
 * One search over all articles that readers may see.
 *
 * @throws {SearchUnavailable} {InvalidQuery} like the executor
 */
export const searchArticles = async (
  body: SearchBody,
  { execute, config }: { readonly execute: SearchExecutor; readonly config: { readonly prefix: string } },
  options?: Parameters<SearchExecutor>[1],
): Promise<Answer | undefined> => {
  const call = { index: indexNames(config.prefix).articles, optional: false, global: false, body };
  const [answer] = await execute([call], options);
  return answer;
};

/** Elasticsearch writes a total as a number or as an object, by a setting of the request. */
export const totalHits = (answer: { readonly hits: Pick<Answer['hits'], 'total'> } | undefined): number => {
  const total = answer?.hits.total;
  return typeof total === 'number' ? total : (total?.value ?? 0);
};
