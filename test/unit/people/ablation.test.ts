import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { persons } from '../../../lab/evaluate/persons.ts';
import type { Row } from '../../../lab/evaluate/task.ts';

const text =
  'The union met on Monday. Ana López Obrador (ALO) spoke first, and ALO was heard. The ALO plan passed.';
const spansOf = (name: string): [number, number][] =>
  [...text.matchAll(new RegExp(name, 'gu'))].map(({ index }) => [index, index + name.length]);

let data = '';
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'dateline-ablation-'));
  mkdirSync(join(data, 'persons'));
  const record = { text, persons: [...spansOf('Ana López Obrador'), ...spansOf('ALO')] };
  writeFileSync(join(data, 'persons', 'en-small.ndjson'), `${JSON.stringify(record)}\n`);
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const measure = async (ablation: { without: readonly string[]; each: boolean }) => {
  const rows: Row[] = [];
  const said: string[] = [];
  const log = (line: string): void => {
    said.push(line);
  };
  for await (const row of persons.run({ data, labels: null, crossValidate: false, ablation, log }))
    rows.push(row);
  return { rows: new Map(rows.map(({ metric, value }) => [metric, value])), said };
};

test('leaving out a rule shows what it brings', async () => {
  const { rows } = await measure({ without: ['initials'], each: false });
  expect(rows.get('f1')).toBe(1);
  expect(rows.get('f1 by initials')).toBeGreaterThan(0);
});

test('each rule in turn, measured in one go, says the same', async () => {
  const one = await measure({ without: ['initials'], each: false });
  const each = await measure({ without: [], each: true });
  expect(each.rows.get('f1 by initials')).toBe(one.rows.get('f1 by initials'));
  expect([...each.rows.keys()]).not.toContain('f1 by bracketed-reading');
});

test('a rule that is not there is named, and nothing is measured', async () => {
  const { rows, said } = await measure({ without: ['initails'], each: false });
  expect(rows.size).toBe(0);
  expect(said.join()).toContain('no rule initails');
});
