import { errors } from '@elastic/elasticsearch';
import type { ArticleDocument } from '../../domain/document.ts';
import { NotFound, SearchUnavailable } from '../../domain/errors.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import { type Answer, type SearchBody, translatingErrors } from './execute.ts';

/** A consistent view that outlives one request. */
export const openView = (
  elasticsearch: Elasticsearch,
  index: string | readonly string[],
  keepAlive: string,
): Promise<string> =>
  translatingErrors(async () => {
    const { id } = await elasticsearch.openPointInTime({
      index: typeof index === 'string' ? index : [...index],
      keep_alive: keepAlive,
      ignore_unavailable: typeof index !== 'string',
    });
    return id;
  });

export const closeView = async (elasticsearch: Elasticsearch, id: string): Promise<void> => {
  // It lapses by itself; closing only frees it sooner.
  await elasticsearch.closePointInTime({ id }).catch(() => {});
};

/**
 * One page of a view.
 *
 * @throws {NotFound} with `gone`, where the view has lapsed
 * @throws {SearchUnavailable} where a shard failed
 */
export const searchView = async (
  elasticsearch: Elasticsearch,
  { id, keepAlive }: { readonly id: string; readonly keepAlive: string },
  body: SearchBody,
): Promise<Answer> => {
  const answer = await translatingErrors(async () => {
    try {
      return await elasticsearch.search<ArticleDocument, Answer['aggregations'] & object>({
        ...body,
        pit: { id, keep_alive: keepAlive },
        allow_partial_search_results: false,
      });
    } catch (error) {
      if (error instanceof errors.ResponseError && error.statusCode === 404)
        throw new NotFound('this view has lapsed: start again', { gone: true });
      throw error;
    }
  });
  if (answer.timed_out || answer._shards.failed > 0)
    throw new SearchUnavailable(`${answer._shards.failed} of ${answer._shards.total} shards failed`);
  return answer;
};
