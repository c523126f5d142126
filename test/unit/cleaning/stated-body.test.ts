import { describe, expect, test } from '@jest/globals';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { decode } from '../../../chain/decode/index.ts';

const paragraphs = Array.from(
  { length: 6 },
  (_, at) =>
    `In year ${1848 + at} the keepers of the northern coast wrote down every ship that passed the light, and what the wind did on the night.`,
);
const bodyOf = (page: string): readonly string[] =>
  cleanArticle(
    decode({
      id: 'p',
      revision: 1,
      input: { contentType: 'text/html', charset: null, content: page, given: {} },
    }),
  ).paragraphs.map(({ text }) => text);
const page = (stated: string, shown: string): string =>
  `<html><head><title>The keepers wrote it down</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The keepers wrote it down', articleBody: stated })}</script></head>
   <body><nav><a href="/">Home</a> <a href="/n">News</a></nav><h1>The keepers wrote it down</h1>${shown}</body></html>`;

describe('the text that a page states', () => {
  test('is taken where the page is written by script and shows next to nothing', () => {
    expect(bodyOf(page(paragraphs.join('\n'), '<div id="app"></div>'))).toEqual(paragraphs);
    expect(bodyOf(page(paragraphs.map((text) => `<p>${text}</p>`).join(''), '<div id="app"></div>'))).toEqual(
      paragraphs,
    );
  });

  test('is passed over where the page shows its text', () => {
    const shown = `<article>${paragraphs
      .slice(0, 4)
      .map((text) => `<p>${text}</p>`)
      .join('')}</article>`;
    expect(bodyOf(page(`${paragraphs.join(' ')} Stale.`, shown))).toEqual(paragraphs.slice(0, 4));
  });
});
