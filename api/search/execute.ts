import { errors, type estypes } from '@elastic/elasticsearch';
import type { ArticleDocument } from '../../domain/document.ts';
import { InvalidQuery, SearchUnavailable } from '../../domain/errors.ts';
import { expected } from '../../domain/expectation.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { ConcurrencyLimit } from './concurrency-limit.ts';
import type { Aggregation } from './facets/facet.ts';
import type { Clause } from './filters.ts';
import { leaveOutUnshown, type OnUnshown } from './shown-hits.ts';

export type Answer = estypes.SearchResponse<ArticleDocument, Record<string, estypes.AggregationsAggregate>>;

/** The parts of a request that we use. */
export interface SearchBody {
  readonly query?: Clause;
  readonly post_filter?: Clause;
  readonly aggs?: Readonly<Record<string, Aggregation>>;
  readonly [part: string]: unknown;
}

/** One search: its indices, its parameters and its body. */
export interface SearchCall {
  readonly index: string | readonly string[];
  /** Counts a term's rarity over all shards: for relevance across indices. */
  readonly global: boolean;
  /** A language chosen by index may have no index yet; the reading alias must exist. */
  readonly optional: boolean;
  /** Returns the scores of named clauses; only for a search sent alone. */
  readonly explained?: boolean;
  readonly body: SearchBody;
}

/**
 * Runs one or more searches in one request.
 *
 * @throws {SearchUnavailable} if Elasticsearch does not answer in time for every shard
 * @throws {InvalidQuery} if the query exceeds a limit of Elasticsearch
 * @throws {AnswerTooLong}
 */
export type SearchExecutor = (
  calls: readonly SearchCall[],
  options?: {
    /** A follow-up request of a search that has already been admitted. */
    readonly again?: boolean;
    /** Limit of the answer in bytes; for whole texts of several articles. */
    readonly mostBytes?: number;
  },
) => Promise<readonly Answer[]>;

/** The answer exceeds the limit in bytes. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';
  readonly mostBytes: number;

  constructor(mostBytes: number, options?: ErrorOptions) {
    super(`Elasticsearch answers with more than ${mostBytes} bytes`, options);
    this.mostBytes = mostBytes;
  }
}

const REQUEST_TIMEOUT_MS = 15_000;
/** Far above the size of one article with all facets; bounds memory. */
const MOST_BYTES = 64_000_000;

/** Equal searches in flight share one request; each waits for the concurrency limit. */
export const createExecutor = (
  elasticsearch: Elasticsearch,
  searchLimit: ConcurrencyLimit,
  onUnshown: OnUnshown,
): SearchExecutor => {
  const inFlight = new Map<string, Promise<readonly Answer[]>>();
  return (calls, options) => {
    const mostBytes = options?.mostBytes ?? MOST_BYTES;
    const key = JSON.stringify([calls, mostBytes]);
    const running = inFlight.get(key);
    if (running) return running;
    const answers = searchLimit
      .run(() => run(elasticsearch, calls, { onUnshown, mostBytes }), options)
      .finally(() => inFlight.delete(key));
    inFlight.set(key, answers);
    return answers;
  };
};

const run = async (
  elasticsearch: Elasticsearch,
  calls: readonly SearchCall[],
  { onUnshown, mostBytes }: { readonly onUnshown: OnUnshown; readonly mostBytes: number },
): Promise<readonly Answer[]> => {
  const [first] = calls;
  if (!first) return [];
  const options = optionsFor(mostBytes);
  const answers = await translatingErrors(() =>
    withinBytes(mostBytes, async () =>
      calls.length === 1
        ? [await searchOnce(elasticsearch, first, options)]
        : await searchAll(elasticsearch, calls, options),
    ),
  );
  for (const answer of answers) requireWhole(answer);
  return answers.map((answer, n) => leaveOutUnshown(answer, calls[n]?.body ?? {}, onUnshown));
};

/** A call with `maxResponseSize`. @throws {AnswerTooLong} */
export const withinBytes = async <T>(
  mostBytes: number,
  call: (mostBytes: number) => Promise<T>,
): Promise<T> => {
  try {
    return await call(mostBytes);
  } catch (error) {
    // Requests are not aborted here for any other reason.
    if (error instanceof errors.RequestAbortedError) throw new AnswerTooLong(mostBytes, { cause: error });
    throw error;
  }
};

const optionsFor = (maxResponseSize: number) => ({
  requestTimeout: REQUEST_TIMEOUT_MS,
  maxRetries: 0,
  maxResponseSize,
});
type Options = ReturnType<typeof optionsFor>;

const searchOnce = (elasticsearch: Elasticsearch, call: SearchCall, options: Options): Promise<Answer> =>
  elasticsearch.search(
    {
      index: indexOf(call),
      search_type: call.global ? 'dfs_query_then_fetch' : 'query_then_fetch',
      ignore_unavailable: call.optional,
      ...(call.explained ? { include_named_queries_score: true } : {}),
      ...call.body,
    },
    options,
  );

const searchAll = async (
  elasticsearch: Elasticsearch,
  calls: readonly SearchCall[],
  options: Options,
): Promise<readonly Answer[]> => {
  const { responses } = await elasticsearch.msearch<
    ArticleDocument,
    Record<string, estypes.AggregationsAggregate>
  >(
    {
      searches: calls.flatMap((call) => [
        {
          index: indexOf(call),
          search_type: call.global ? 'dfs_query_then_fetch' : 'query_then_fetch',
          ignore_unavailable: call.optional,
          allow_partial_search_results: false,
        } satisfies estypes.MsearchMultisearchHeader,
        call.body,
      ]),
    },
    options,
  );
  return responses.map((response) => {
    if ('error' in response) throw refusalOf(response.status ?? 500, response.error);
    return response;
  });
};

const indexOf = ({ index }: SearchCall): string[] => (typeof index === 'string' ? [index] : [...index]);

/** Rejects partial answers: missing results would look as if they did not exist. */
const requireWhole = (answer: Answer): void => {
  if (answer.timed_out) throw new SearchUnavailable('Elasticsearch did not finish in time');
  if (answer._shards.failed > 0)
    throw new SearchUnavailable(`${answer._shards.failed} of ${answer._shards.total} shards failed`);
};

/** Runs a call to Elasticsearch and turns its failures into ours. */
export const translatingErrors = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (error instanceof errors.ResponseError) throw refusalOf(error.statusCode ?? 500, bodyOf(error), error);
    if (error instanceof errors.ElasticsearchClientError)
      throw new SearchUnavailable(
        error.name === 'TimeoutError'
          ? 'Elasticsearch did not answer in time'
          : 'Elasticsearch cannot be reached',
        { cause: error },
      );
    throw error;
  }
};

const bodyOf = (error: errors.ResponseError): unknown => {
  const body: unknown = error.meta.body;
  return typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
};

const refusalOf = (status: number, refusal: unknown, cause?: unknown): Error => {
  const text = JSON.stringify(refusal ?? null);
  if (status < 500 && tooCostly.test(text))
    return new InvalidQuery({ position: 0, found: '', wanted: expected('cost') });
  return new SearchUnavailable(`Elasticsearch answered ${status}: ${reasonIn(refusal)}`, { cause });
};

/** Kinds of refusal, by Elasticsearch's own type names. */
const tooCostly = /"(too_many_clauses|too_many_nested_clauses|max_clause_count_exceeded)"/;

const reasonIn = (refusal: unknown): string =>
  typeof refusal === 'object' && refusal !== null && 'type' in refusal && typeof refusal.type === 'string'
    ? refusal.type
    : 'no reason given';
