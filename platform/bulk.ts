import { type Client, errors } from '@elastic/elasticsearch';
import { z } from 'zod';

/** One operation of a `_bulk` request, as its lines of JSON. */
export interface BulkOperation {
  readonly action: string;
  /** Absent for a deletion. */
  readonly document?: string;
  /** The same for another index of this language that is being filled; see `worker/index/targets.ts`. */
  readonly beside?: { readonly language: string; readonly action: () => string };
}

/** The outcome of one operation, or of the whole request. */
export type ItemOutcome =
  | { readonly kind: 'written' }
  /** An equally new or newer document exists. */
  | { readonly kind: 'conflict' }
  /** There was nothing to delete. */
  | { readonly kind: 'missing' }
  /** The document itself is unacceptable. */
  | { readonly kind: 'rejected'; readonly reason: string; readonly detail: string }
  /** Overload, a timeout, no answer: retry later. */
  | { readonly kind: 'retry'; readonly reason: string }
  /** Not the document's fault, and waiting does not help: missing alias, write block, missing rights. */
  | { readonly kind: 'fault'; readonly reason: string; readonly detail: string };

export interface BulkOptions {
  /** Prevents creating an index with the name of a missing alias. */
  readonly requireAlias?: boolean;
  readonly refresh?: 'wait_for';
}

/**
 * Sends one `_bulk` request and reads the result of every item. Splits a request that the server finds too large.
 * Never throws for an answer, an error or a timeout.
 *
 * @returns one outcome per operation, in order
 */
export const sendBulk = async (
  client: Client,
  operations: readonly BulkOperation[],
  options: BulkOptions = {},
): Promise<readonly ItemOutcome[]> => {
  if (operations.length === 0) return [];
  try {
    return await request(client, operations, options);
  } catch (error) {
    if (error instanceof errors.ResponseError && error.statusCode === 413) {
      return halve(client, operations, options);
    }
    const outcome = sortRequestError(error);
    return operations.map(() => outcome);
  }
};

const request = async (client: Client, operations: readonly BulkOperation[], options: BulkOptions) => {
  const lines = operations.flatMap(({ action, document }) =>
    document === undefined ? [action] : [action, document],
  );
  const response: unknown = await client.bulk<string>(
    {
      operations: lines,
      filter_path: [
        'items.*.status',
        'items.*.result',
        'items.*.error.type',
        'items.*.error.reason',
        'items.*.error.caused_by.type',
        'items.*.error.caused_by.reason',
      ],
      ...(options.requireAlias ? { require_alias: true } : {}),
      ...(options.refresh ? { refresh: options.refresh } : {}),
    },
    isLong(lines) ? { requestTimeout: longTimeoutMs } : {},
  );
  const { items } = bulkResponse.parse(response);
  if (items.length !== operations.length) {
    throw new errors.ConnectionError(`${items.length} results for ${operations.length} operations`);
  }
  return items.map(sortItem);
};

const longCharacters = 500_000;
const longTimeoutMs = 180_000;

/**
 * Two million characters of Korean take the server 7 to 15 seconds, and many times that beside other work. A repeated
 * request would not stop the first one: each would hold a thread that writes.
 */
const isLong = (lines: readonly string[]): boolean =>
  lines.reduce((sum, { length }) => sum + length, 0) > longCharacters;

const halve = async (
  client: Client,
  operations: readonly BulkOperation[],
  options: BulkOptions,
): Promise<readonly ItemOutcome[]> => {
  if (operations.length === 1) {
    return [
      { kind: 'rejected', reason: 'too-large', detail: 'larger than Elasticsearch accepts in one request' },
    ];
  }
  const middle = Math.ceil(operations.length / 2);
  return [
    ...(await sendBulk(client, operations.slice(0, middle), options)),
    ...(await sendBulk(client, operations.slice(middle), options)),
  ];
};

const cause = z.object({ type: z.string(), reason: z.string().nullish() });
const result = z.object({
  status: z.number(),
  result: z.string().optional(),
  error: cause.extend({ caused_by: cause.optional() }).optional(),
});
const bulkResponse = z.object({
  // Each item is `{ <action>: result }`.
  items: z.array(z.record(z.string(), result).transform((item) => Object.values(item)[0])),
});

/** Error types caused by the document, independent of the server's state. */
const documentErrors = new Set([
  'document_parsing_exception',
  'mapper_parsing_exception',
  'strict_dynamic_mapping_exception',
  'max_bytes_length_exceeded_exception',
  'x_content_parse_exception',
  'parsing_exception',
  'date_time_parse_exception',
]);

const sortItem = (item: z.infer<typeof result> | undefined): ItemOutcome => {
  if (!item) return { kind: 'retry', reason: 'no-result' };
  const { status, error } = item;
  if (!error) return status === 404 ? { kind: 'missing' } : { kind: 'written' };
  if (status === 409) return { kind: 'conflict' };
  if (status === 429 || status >= 500) return { kind: 'retry', reason: error.type };
  const inner = error.caused_by;
  const detail = [error.reason, inner?.reason].filter(Boolean).join(': ').slice(0, 1000);
  if (documentErrors.has(error.type) || (inner && documentErrors.has(inner.type))) {
    return { kind: 'rejected', reason: error.type.replaceAll('_', '-'), detail };
  }
  return { kind: 'fault', reason: error.type, detail };
};

const sortRequestError = (error: unknown): ItemOutcome => {
  if (error instanceof errors.ResponseError) {
    const status = error.statusCode ?? 0;
    const reason = `http-${status}`;
    return status === 429 || status >= 500
      ? { kind: 'retry', reason }
      : { kind: 'fault', reason, detail: error.message };
  }
  if (error instanceof errors.ElasticsearchClientError) return { kind: 'retry', reason: error.name };
  throw error;
};
