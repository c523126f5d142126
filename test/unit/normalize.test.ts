import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { decode } from '../../chain/decode/index.ts';
import { submitInput } from '../../chain/decode/submit.ts';
import { normalize } from '../../domain/normalize.ts';
import { contentInput } from '../../platform/articles/content.ts';
import { leastCpu, longestHold } from '../support/least-cpu.ts';

/** Marks of two classes: each of the second moves before all of the first. */
const marks = (count: number): string => '\u0301'.repeat(count) + '\u0316'.repeat(count);

test.each([
  ['marks of two classes', `a${marks(800_000)}`],
  ['marks in turn', '\u0301\u0316'.repeat(800_000)],
  ['half-width voicing signs and overlays', '\uff9e\u0334'.repeat(800_000)],
  ['musical marks', '\u{1d165}\u{1d16d}'.repeat(600_000)],
  ['letters of 30 marks each', `a${marks(15)}`.repeat(80_000)],
])('%s are composed in linear time', async (_, text) => {
  for (const form of ['NFC', 'NFKD'] as const)
    expect(await leastCpu(() => normalize(text, form))).toBeLessThan(longestHold);
});

test('a page of marks does not hold the process that receives it', async () => {
  const input = contentInput(Buffer.from(`BERLIN (AFP) - a${marks(1_200_000)}`), 'text/html', null, {});
  expect(await leastCpu(() => submitInput(input))).toBeLessThan(longestHold);
});

test('30 marks of a run stay; what stands around it stays as it was', () => {
  expect(normalize(`e\u0301x${'\u0316'.repeat(40)}e\u0301 \u{1f600}${'\u{1d165}'.repeat(31)}y`, 'NFC')).toBe(
    `éx${'\u0316'.repeat(30)}é \u{1f600}${'\u{1d165}'.repeat(30)}y`,
  );
  const printed = 'हिन्दी العَرَبِيَّة Việt ガギグ 각';
  for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
    expect(normalize(printed, form)).toBe(printed.normalize(form));
});

test('a body in our own JSON is bounded, too', () => {
  const given = { title: 'x', body: `a${marks(100)}` };
  const raw = {
    id: 'a',
    revision: 1,
    input: { contentType: 'application/json', charset: null, content: '', given },
  };
  expect(decode(raw).given.body).toBe(`a${'\u0301'.repeat(30)}`);
});

test('nothing normalizes a text by itself', () => {
  const root = join(import.meta.dirname, '../..');
  const folders = '{api,authorities,chain,domain,languages,mappings,platform,worker}';
  const found = globSync(`${folders}/**/*.ts`, { cwd: root }).filter(
    (path) =>
      path !== 'domain/normalize.ts' && /\.normalize\(\s*['"`)]/.test(readFileSync(join(root, path), 'utf8')),
  );
  expect(found).toEqual([]);
});
