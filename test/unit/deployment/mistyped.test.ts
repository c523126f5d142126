import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { InvalidConfig, readConfig, variableNames } from '../../../platform/config.ts';
import { mistyped } from '../../../platform/mistyped.ts';

const root = join(import.meta.dirname, '..', '..', '..');

test.each([
  ['DATELINE_REPLICA', 'DATELINE_REPLICAS'],
  ['DATELINE_PERFIX', 'DATELINE_PREFIX'],
  ['dateline_port', 'DATELINE_PORT'],
  ['ELASTICSEARCH_URLS', 'ELASTICSEARCH_URL'],
])('%s is told from %s', (written, meant) => {
  expect(() => readConfig({ [written]: '1' })).toThrow(
    new InvalidConfig([`${written}: unknown variable; did you mean ${meant}?`]),
  );
});

test('names that resemble none, and those of others, pass', () => {
  expect(mistyped(['DATELINE_LONG_TESTS', 'DATELINE_BENCHMARK_ARTICLES', 'PORT'], variableNames)).toEqual([]);
  expect(mistyped(variableNames, variableNames)).toEqual([]);
});

test.each(['api/main.ts', 'worker/main.ts'])('%s says what is wrong in a line, without a stack', (entry) => {
  const { stderr, status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
    cwd: root,
    env: { ...process.env, DATELINE_REPLICA: '1', DATELINE_SHARDS: 'many' },
    encoding: 'utf8',
  });
  expect(stderr).toContain('DATELINE_REPLICAS?');
  expect(stderr).toContain('DATELINE_SHARDS: ');
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(2);
});
