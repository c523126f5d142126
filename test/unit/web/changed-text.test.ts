import { describe, expect, test } from '@jest/globals';
import { compareParagraphs } from '../../../api/versions/difference.ts';
import { html } from '../../../api/web/markup.ts';
import { drawChangedText } from '../../../api/web/pages/changed-text.ts';

const draw = async (before: readonly string[], after: readonly string[]): Promise<string> =>
  String(await html`${drawChangedText(compareParagraphs(before, after))}`);

describe('what two versions differ in', () => {
  test.each([
    [
      'a word',
      ['They met on Tuesday in Vienna.'],
      ['They met on Wednesday in Vienna.'],
      '<p dir="auto">They met on <del>Tuesday</del><ins>Wednesday</ins> in Vienna.</p>',
    ],
    [
      'a Chinese word',
      ['外长星期二在维也纳会见记者。'],
      ['外长星期三在维也纳会见记者。'],
      '<p dir="auto">外长<del>星期二</del><ins>星期三</ins>在维也纳会见记者。</p>',
    ],
    [
      'a paragraph that says something else',
      ['They met on Tuesday.'],
      ['No talks were ever held, the ministry said.'],
      '<p dir="auto"><del>They met on Tuesday.</del></p><p dir="auto"><ins>No talks were ever held, the ministry said.</ins></p>',
    ],
    [
      'a new paragraph before a changed one',
      ['Ministers from nine states met.'],
      ['A correction of our first report.', 'Ministers from ten states met.'],
      '<p dir="auto"><ins>A correction of our first report.</ins></p><p dir="auto">Ministers from <del>nine</del><ins>ten</ins> states met.</p>',
    ],
    [
      'one at the end of many that stayed',
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'c', 'd', 'new'],
      '<p dir="auto">d</p><p dir="auto"><ins>new</ins></p>',
    ],
    ['mark-up', ['<b>bold</b> words here'], ['<b>bold</b> words there'], /&lt;b&gt;bold/],
  ])('%s', async (_, before, after, expected) => {
    const drawn = await draw(before, after);
    if (typeof expected === 'string') expect(drawn).toBe(expected);
    else expect(drawn).toMatch(expected);
  });

  /** A page that is drawn for minutes holds up every other request: a bound that a busy machine keeps too, not a rate. */
  test.each([
    ['1,000 paragraphs written anew', 1000, ''],
    ['700 paragraphs, each between two that stayed', 700, 'stays'],
  ])('%s are drawn at once, as far as a page has room', async (_, count, between) => {
    const write = (word: string) =>
      Array.from({ length: count }, (__, number) => [
        `${word} ${number} `.repeat(500).slice(0, 4900),
        ...(between ? [`${between} ${number}`] : []),
      ]).flat();
    const started = performance.now();
    const drawn = await draw(write('old'), write('new'));
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(drawn.match(/<p /g)?.length).toBeGreaterThan(300);
    expect(drawn).toMatch(/…<\/p>$/);
  });
});
