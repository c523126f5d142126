import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { variableNames } from '../../../platform/config.ts';

test('the operator’s guide tells every variable, and no other', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8');
  const table = /## Configuration\n[\s\S]*?\n## /.exec(guide)?.[0] ?? '';
  const told = [...table.matchAll(/`((?:DATELINE|ELASTICSEARCH|REDIS)_[A-Z_]+)`/g)].map(([, name]) => name);
  expect(told.length).toBeGreaterThan(15);
  expect([...new Set(told)].sort()).toEqual([...variableNames].sort());
});
