import { describe, expect, test } from '@jest/globals';
import { linesOfNamedBody } from '../../../chain/clean/named-body.ts';
import { readPage } from '../../../chain/decode/html/page-reader.ts';

const linesOf = (html: string): readonly string[] => {
  const { blocks } = readPage(html);
  const flags = linesOfNamedBody(blocks);
  return blocks.filter((_, at) => flags[at]).map(({ text }) => text);
};
const rounds = Array.from(
  { length: 12 },
  (_, at) => `<p>Round ${at + 1}: ${at + 3} May – Harbour Ring</p>`,
).join('');

describe('the body that a page names', () => {
  test('gives its lines, without links and what stands around', () => {
    const page = `<body><ul><li>Home</li></ul><div itemprop="articleBody">${rounds}<p><a href="/">All our calendars and results</a></p></div><p>About us</p></body>`;
    const lines = linesOf(page);
    expect(lines).toHaveLength(12);
    expect(lines[0]).toBe('Round 1: 3 May – Harbour Ring');
  });

  test('is none where several boxes share the name, as on index pages', () => {
    const teaser = `<div class="entry-content">${rounds}</div>`;
    expect(linesOf(`<body>${teaser}${teaser}${teaser}</body>`)).toEqual([]);
  });

  test('is none where it holds next to nothing, or no box is so named', () => {
    expect(linesOf('<div class="article-body"><p>Subscribe to read on.</p></div>')).toEqual([]);
    expect(linesOf(`<div class="main">${rounds}</div>`)).toEqual([]);
  });
});
