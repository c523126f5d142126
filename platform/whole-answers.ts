import {
  SniffingTransport,
  type TransportRequestOptions,
  type TransportRequestOptionsWithMeta,
  type TransportRequestOptionsWithOutMeta,
  type TransportRequestParams,
  type TransportResult,
} from '@elastic/elasticsearch';
import { z } from 'zod';
import { StoreUnavailable } from '../domain/errors.ts';

const counted = z.object({ _shards: z.object({ failed: z.number(), total: z.number() }) });

/**
 * By default Elasticsearch answers a search with what it has if shards fail, and what deletes, purges or verifies
 * would take the rest for done. Here it is an error, unless the caller asks for `allow_partial_search_results`;
 * searches in `_msearch` say it in their own headers.
 */
export class WholeAnswers extends SniffingTransport {
  override request<R>(
    params: TransportRequestParams,
    options?: TransportRequestOptionsWithOutMeta,
  ): Promise<R>;
  override request<R, C>(
    params: TransportRequestParams,
    options?: TransportRequestOptionsWithMeta,
  ): Promise<TransportResult<R, C>>;
  override request<R>(params: TransportRequestParams, options?: TransportRequestOptions): Promise<R>;
  override async request<R>(params: TransportRequestParams, options?: TransportRequestOptions): Promise<R> {
    const answer = await super.request<R>(whole(params), options);
    if (params.path.endsWith('/_count')) requireAllShards(answer);
    return answer;
  }
}

const whole = (params: TransportRequestParams): TransportRequestParams =>
  params.path.endsWith('/_search') && typeof params.querystring !== 'string'
    ? { ...params, querystring: { allow_partial_search_results: false, ...params.querystring } }
    : params;

/** A count has no such parameter. */
const requireAllShards = (answer: unknown): void => {
  const { data } = counted.safeParse(answer);
  if (data && data._shards.failed > 0)
    throw new StoreUnavailable(`${data._shards.failed} of ${data._shards.total} shards failed`);
};
