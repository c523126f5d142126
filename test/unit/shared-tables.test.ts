import { expect, test } from '@jest/globals';
import { createSharedTables } from '../../domain/shared-tables.ts';
import { createThreadPool } from '../../worker/threads/pool.ts';

test('a table is made once; who is given the buffers reads the same memory', () => {
  const first = createSharedTables();
  const table = first.bytes('numbers', () => Uint8Array.of(1, 2, 3));
  const second = createSharedTables(first.made());
  const same = second.bytes('numbers', () => {
    throw new Error('made twice');
  });
  expect([...same]).toEqual([1, 2, 3]);
  expect(same.buffer).toBe(table.buffer);
});

test('threads that start with the tables of others make none of their own', async () => {
  const pool = createThreadPool({ threads: 1, memoryMb: 256 });
  const tables = await pool.ready;
  expect([...tables.keys()].some((name) => name.includes('language'))).toBe(true);
  const other = createThreadPool({ threads: 1, memoryMb: 256, tables });
  const again = await other.ready;
  expect([...again.keys()].sort()).toEqual([...tables.keys()].sort());
  const input = { contentType: 'application/json', charset: null, content: '' };
  const given = {
    title: 'The bridge',
    body: 'The bridge over the river was opened on Tuesday by Angela Merkel.',
  };
  const raw = { id: 'a', revision: 1, input: { ...input, given } };
  const article = { raw, acceptance: { checksum: 'c', received: '2024-05-01T00:00:00Z' } };
  expect(await pool.prepare([article])).toEqual(await other.prepare([article]));
  await Promise.all([pool.close(), other.close()]);
}, 60_000);
