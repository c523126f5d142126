import { errors } from '@elastic/elasticsearch';
import { describeWrongServer } from '../platform/wrong-server.ts';
import { printable } from './printable.ts';

/** The caller must change something; exit code 2. */
export class WrongCall extends Error {
  override readonly name = 'WrongCall';
}

/** Explains why a command failed, in words that its caller can act on. */
export const describeError = (error: unknown): string => {
  const known = chainOf(error)
    .map(explain)
    .find((explanation) => explanation !== null);
  const text = known ?? (error instanceof Error ? error.message : String(error));
  return text.split('\n').map(printable).join('\n');
};

/** An error and its chain of causes. */
const chainOf = (error: unknown): readonly unknown[] =>
  error instanceof Error && error.cause !== undefined ? [error, ...chainOf(error.cause)] : [error];

const explain = (error: unknown): string | null => {
  const wrongServer = describeWrongServer(error);
  if (wrongServer !== null) return wrongServer;
  if (error instanceof errors.ResponseError) {
    const { type, index } = error.body?.error ?? {};
    if (type === 'index_not_found_exception')
      return `there is no index ${index ?? ''}: nothing is stored under this DATELINE_PREFIX yet; start a worker`;
    if (error.statusCode === 401 || error.statusCode === 403)
      return `Elasticsearch refused the request (${error.statusCode}): check the API key, or user and password`;
    return null;
  }
  if (error instanceof errors.ConnectionError || error instanceof errors.TimeoutError)
    return `Elasticsearch does not answer (${error.message}): is it running, and is ELASTICSEARCH_URL right?`;
  return null;
};
