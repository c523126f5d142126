import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readConfig } from '../../platform/config.ts';
import { createPurgeLog, readPurgeLog, UnreadablePurgeLog } from '../../platform/purge-log.ts';

const scratch = mkdtempSync(join(tmpdir(), 'purge-log-'));
afterAll(() => rmSync(scratch, { recursive: true }));

test('what is noted is read again, from every machine that wrote there', async () => {
  const folder = join(scratch, 'shared', 'purges');
  const log = createPurgeLog(folder);
  await log.note({ purged: 'a\n1', revision: 3 }, new Date());
  await log.note({ revoked: 'k1' }, new Date());
  appendFileSync(join(folder, 'another-machine.ndjson'), '{"at":"2026-01-01","purged":"b","revision":1}\n');
  const { purges, revoked } = await readPurgeLog(folder);
  expect([...purges].sort((one, other) => one.id.localeCompare(other.id))).toEqual([
    { id: 'a\n1', revision: 3 },
    { id: 'b', revision: 1 },
  ]);
  expect(revoked).toEqual(['k1']);
});

test('a folder or a line that cannot be read is told with its place, never passed over', async () => {
  await expect(readPurgeLog(join(scratch, 'nowhere'))).rejects.toThrow(UnreadablePurgeLog);
  const folder = join(scratch, 'torn');
  await createPurgeLog(folder).note({ revoked: 'k1' }, new Date());
  appendFileSync(join(folder, readdirSync(folder)[0] ?? ''), '{"purged":"b","rev');
  await expect(readPurgeLog(folder)).rejects.toThrow(/\.ndjson:2 is not a line/);
});

test('without a folder nothing is kept; what cannot be written is told', async () => {
  await createPurgeLog(null).note({ revoked: 'k1' }, new Date());
  expect(await readPurgeLog(null)).toEqual({ purges: [], revoked: [] });
  const log = createPurgeLog('/dev/null/purges');
  await expect(log.note({ revoked: 'k1' }, new Date())).rejects.toThrow(/DATELINE_PURGE_LOG/);
});

test('no prefix makes indices that look like articles of another installation', () => {
  expect(readConfig({ DATELINE_PREFIX: 'dateline-staging' }).prefix).toBe('dateline-staging');
  for (const prefix of ['dateline-articles', 'dateline-articles-2'])
    expect(() => readConfig({ DATELINE_PREFIX: prefix })).toThrow(/-articles/);
});
