import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { checksumsOf, differencesFrom, pinnedChecksums } from '../../../stack/checksums.ts';

const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a program with one other byte, one too many or one too few is told', () => {
  mkdirSync(join(folder, 'lib'));
  mkdirSync(join(folder, 'redis'));
  writeFileSync(join(folder, 'lib', 'a.jar'), 'a');
  writeFileSync(join(folder, 'redis', 'redis-server-9-linux'), 'r');
  writeFileSync(join(folder, 'lib', 'notes.txt'), 'n');
  writeFileSync(join(folder, 'lib', 'analysis-bridge-1.0.0.jar'), 'ours');
  writeFileSync(join(folder, 'lib', 'analysis-bridge-1.0.0-forms.jar'), 'ours too');
  const pinned = checksumsOf(folder);
  expect(Object.keys(pinned)).toEqual(['lib/a.jar', 'redis/redis-server-9-linux']);
  expect(differencesFrom(pinned, checksumsOf(folder))).toEqual([]);
  writeFileSync(join(folder, 'redis', 'redis-server-9-linux'), 'R');
  writeFileSync(join(folder, 'lib', 'b.jar'), 'b');
  rmSync(join(folder, 'lib', 'a.jar'));
  expect([...differencesFrom(pinned, checksumsOf(folder))].sort()).toEqual([
    'lib/a.jar',
    'lib/b.jar',
    'redis/redis-server-9-linux',
  ]);
});

test('server, analysis and Redis are pinned', () => {
  const names = Object.keys(pinnedChecksums());
  expect(names.some((name) => /elasticsearch-9[\d.]+\.jar$/.test(name))).toBe(true);
  expect(names.some((name) => /lucene-analysis-icu/.test(name))).toBe(true);
  expect(names.some((name) => /redis-server-/.test(name))).toBe(true);
});
