import { maxLineBytes, type ReadSubmission, readSubmission } from '../../platform/articles/schema.ts';
import type { Line } from '../../platform/lines.ts';

/** One line of NDJSON as read. */
export interface ReadLine {
  readonly line: number;
  readonly read: ReadSubmission;
  readonly bytes: number;
}

const maxItems = 500;
const maxBytes = 2_000_000;
/** After this time an incomplete batch is sent, so that a slow sender gets answers, too. */
const maxWaitMs = 200;

/** Lines in batches that fit into one request to the store; the sender is read no faster than batches are stored. */
export async function* batchLines(lines: AsyncIterable<Line>): AsyncGenerator<readonly ReadLine[]> {
  const source = lines[Symbol.asyncIterator]();
  let batch: ReadLine[] = [];
  let bytes = 0;
  let next = source.next();
  for (;;) {
    const got = batch.length === 0 ? await next : await orTooLate(next);
    if (got === 'late' || (got.done === true && batch.length > 0)) {
      yield batch;
      batch = [];
      bytes = 0;
      continue;
    }
    if (got.done === true) return;
    const read = readLine(got.value);
    batch.push(read);
    bytes += read.bytes;
    next = source.next();
    // Awaited in the next turn; until then, or if the reader has gone, a broken upload must not end the process.
    next.catch(() => {});
    if (batch.length >= maxItems || bytes >= maxBytes) {
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
}

const readLine = ({ number, bytes }: Line): ReadLine => ({
  line: number,
  bytes: bytes?.length ?? 0,
  read:
    bytes === null
      ? { kind: 'invalid', id: null, detail: `longer than ${maxLineBytes} bytes` }
      : readSubmission(bytes),
});

const orTooLate = async <T>(next: Promise<T>): Promise<T | 'late'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), maxWaitMs);
  });
  try {
    return await Promise.race([next, late]);
  } finally {
    clearTimeout(timer);
  }
};
