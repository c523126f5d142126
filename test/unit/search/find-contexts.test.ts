import { describe, expect, test } from '@jest/globals';
import { findContexts } from '../../../api/search/find-contexts.ts';
import { leastCpu, longestHold } from '../../support/least-cpu.ts';

const find = '<mark>bridge</mark>';
const sentence = (n: number): string => `This is sentence number ${n}. `;
const plain = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => sentence(from + n)).join('');

test('sentences before and behind, joined where they touch', () => {
  const text = `${plain(1, 3)}The ${find} is open. ${plain(4, 3)}\nA ${find} again. ${plain(7, 2)}`;
  expect(findContexts(text, 0, 'en')).toEqual([`The ${find} is open.`, `A ${find} again.`]);
  expect(findContexts(text, 1, 'en')).toEqual([
    `This is sentence number 3. The ${find} is open. This is sentence number 4.`,
    `This is sentence number 6. \nA ${find} again. This is sentence number 7.`,
  ]);
  expect(findContexts(text, 2, 'en')).toHaveLength(1);
});

test('a find far inside a long paragraph has whole sentences around it, and whole marks and entities', () => {
  const text = `${plain(1, 2000)}The ${find} is open. ${plain(2001, 2000)}`;
  expect(findContexts(text, 1, 'en')).toEqual([
    `This is sentence number 2000. The ${find} is open. This is sentence number 2001.`,
  ]);
  const endless = `${'a &amp; <mark>b</mark> '.repeat(50_000)}${find}`;
  for (const context of findContexts(endless, 3, 'en')) {
    expect(context.length).toBeLessThan(400_000);
    expect(context.split('<mark>')).toHaveLength(context.split('</mark>').length);
    expect(context).not.toMatch(/&(?!amp;)|^(?:amp)?;|^\/?mark>/);
  }
});

describe.each([
  ['sentences', `The ${find} is open &amp; ships wait. `],
  ['paragraphs', `The ${find} is open.\n`],
  ['no sentence', `${find} `],
  ['few finds', `${plain(1, 500)}${find}. `],
  ['Chinese', '外交部长在维也纳会见<mark>记者</mark>，谈到港口的桥梁。'],
])('five million characters of %s', (_, line) => {
  const text = line.repeat(Math.ceil(5_000_000 / line.length));

  test('are not cut into sentences whole', async () => {
    expect(findContexts(text, 10, 'en').length).toBeGreaterThan(0);
    expect(await leastCpu(() => findContexts(text, 10, 'en'))).toBeLessThan(longestHold);
  });
});
