import { expect, test } from '@jest/globals';
import { batchLines } from '../../../api/ingest/batches.ts';
import type { Line } from '../../../platform/lines.ts';

test('an upload that breaks off while a batch is kept is an error in its turn, not before', async () => {
  const lines = async function* (): AsyncGenerator<Line> {
    for (let number = 1; number <= 500; number += 1)
      yield { number, offset: number, bytes: Buffer.from('{"id":"a"}') };
    throw new Error('broken off');
  };
  const stray: unknown[] = [];
  const note = (error: unknown): void => {
    stray.push(error);
  };
  process.on('unhandledRejection', note);
  const batches = batchLines(lines());
  expect((await batches.next()).value).toHaveLength(500);
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off('unhandledRejection', note);
  expect(stray).toEqual([]);
  await expect(batches.next()).rejects.toThrow('broken off');
});
