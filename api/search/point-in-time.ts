import type { Readable } from 'node:stream';
import { errors } from '@elastic/elasticsearch';
import type { ArticleDocument } from '../../domain/document.ts';
import { NotFound, SearchUnavailable } from '../../domain/errors.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import { type Answer, type SearchBody, translatingErrors, withinBytes } from './execute.ts';

/** A consistent view over several requests. */
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
  // It expires by itself; closing only frees it sooner.
  await elasticsearch.closePointInTime({ id }).catch(() => {});
};

/** A point in time, and how long it is kept after this page. */
export interface View {
  readonly id: string;
  readonly keepAlive: string;
}

/**
 * One page of a point in time.
 *
 * @throws {NotFound} with `gone`, if it has expired
 * @throws {SearchUnavailable} if a shard failed
 * @throws {AnswerTooLong}
 */
export const searchView = async (
  elasticsearch: Elasticsearch,
  view: View,
  body: SearchBody,
  mostBytes: number,
): Promise<Answer> => {
  const answer = await translatingViewErrors(() =>
    withinBytes(mostBytes, (maxResponseSize) =>
      elasticsearch.search<ArticleDocument, Answer['aggregations'] & object>(bodyIn(view, body), {
        maxResponseSize,
      }),
    ),
  );
  if (answer.timed_out || answer._shards.failed > 0)
    throw new SearchUnavailable(`${answer._shards.failed} of ${answer._shards.total} shards failed`);
  return answer;
};

/**
 * The same as the bytes that Elasticsearch sent, for callers that pass most of them on. The caller must check whether
 * all shards answered.
 *
 * @param into  memory to read the answer into; if it is too small, other memory is used
 * @throws {NotFound} with `gone`, if it has expired
 * @throws {SearchUnavailable} if Elasticsearch refuses, or does not answer
 */
export const searchViewRaw = (
  elasticsearch: Elasticsearch,
  view: View,
  body: SearchBody,
  into: Buffer,
): Promise<Buffer> =>
  translatingViewErrors(async () => {
    const result = await elasticsearch.transport.request<Readable>(
      { method: 'POST', path: '/_search', body: bodyIn(view, body) },
      { asStream: true, meta: true },
    );
    const answer = await readInto(into, result.body).catch((cause: unknown) => {
      throw new SearchUnavailable('an answer of Elasticsearch was truncated', { cause });
    });
    const status = result.statusCode ?? 500;
    if (status >= 400) throw new errors.ResponseError({ ...result, body: readRefusal(answer, status) });
    return answer;
  });

/** A proxy in front of Elasticsearch refuses in its own words, mostly HTML. */
const readRefusal = (answer: Buffer, status: number): unknown => {
  try {
    return JSON.parse(answer.toString());
  } catch (cause) {
    throw new SearchUnavailable(`${status}, but not from Elasticsearch`, { cause });
  }
};

/** Reused memory avoids a full garbage collection every few pages. */
const readInto = async (memory: Buffer, stream: Readable): Promise<Buffer> => {
  let bytes = memory;
  let length = 0;
  for await (const part of stream) {
    if (length + part.length > bytes.length) bytes = enlarged(bytes.subarray(0, length), part.length);
    length += part.copy(bytes, length);
  }
  return bytes.subarray(0, length);
};

const enlarged = (bytes: Buffer, more: number): Buffer => {
  const larger = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, bytes.length + more));
  bytes.copy(larger);
  return larger;
};

const bodyIn = ({ id, keepAlive }: View, body: SearchBody) => ({
  ...body,
  pit: { id, keep_alive: keepAlive },
});

const translatingViewErrors = <T>(call: () => Promise<T>): Promise<T> =>
  translatingErrors(async () => {
    try {
      return await call();
    } catch (error) {
      if (error instanceof errors.ResponseError && error.statusCode === 404)
        throw new NotFound('this point in time has expired: start again', { gone: true });
      throw error;
    }
  });
