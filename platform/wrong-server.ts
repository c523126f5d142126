import { errors } from '@elastic/elasticsearch';

/**
 * The server that was found instead of a suitable Elasticsearch version; null if the error has another
 * cause. OpenSearch fails the client's product check; older versions do not know its media type.
 */
export const describeWrongServer = (error: unknown): string | null => {
  if (error instanceof errors.ProductNotSupportedError)
    return 'the server at ELASTICSEARCH_URL is not Elasticsearch (OpenSearch or a proxy?): Dateline needs Elasticsearch 9';
  if (error instanceof errors.ResponseError && error.body?.error?.type === 'media_type_header_exception')
    return 'the server at ELASTICSEARCH_URL is older than Elasticsearch 9: upgrade it first';
  return null;
};
