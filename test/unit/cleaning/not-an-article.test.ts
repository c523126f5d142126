import { describe, expect, test } from '@jest/globals';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { refusalOf } from '../../../chain/clean/not-an-article.ts';
import { decode } from '../../../chain/decode/index.ts';
import { RejectedArticle } from '../../../domain/errors.ts';

const decoded = (content: string) =>
  decode({ id: 'page', revision: 1, input: { contentType: 'text/html', charset: null, content, given: {} } });
const refused = (content: string) => {
  const page = decoded(content);
  return (
    refusalOf(
      page,
      page.blocks.filter(({ tag }) => tag === 'p'),
    )?.reason ?? null
  );
};
const locked =
  '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
const sentence =
  '<p>The minister opened the new bridge over the river on Thursday, after years of works and delays.</p>';

describe('pages that are no article', () => {
  test('a stub before a paywall, but not the whole text that a page states to be locked', () => {
    expect(refused(`${locked}${sentence}`)).toBe('paywall');
    expect(refused(`${locked}${sentence.repeat(6)}`)).toBeNull();
    expect(refused(sentence)).toBeNull();
  });

  test('an index of articles, but not one article with others below or parts so marked', () => {
    const teaser = `<article><h2><a href="/a">Bridge</a></h2>${sentence}</article>`;
    expect(refused(teaser.repeat(8))).toBe('not-an-article');
    expect(refused(`<article>${sentence.repeat(12)}</article>${teaser.repeat(5)}`)).toBeNull();
    expect(refused(`<article>${teaser.repeat(8)}</article>`)).toBeNull();
  });

  test('an index in boxes that no element names, but not one article with a list', () => {
    const teaser = (at: number) =>
      `<div class="item"><h3><a href="/${at}">New bridge number ${at}</a></h3>${sentence}</div>`;
    const list = Array.from({ length: 8 }, (_, at) => teaser(at)).join('');
    expect(refused(`<div>${list}</div>`)).toBe('not-an-article');
    expect(refused(`<meta property="og:type" content="article"><div>${list}</div>`)).toBeNull();
    expect(refused(`<div>${sentence.repeat(6)}</div><div>${list}</div>`)).toBeNull();
    expect(refused(`<div>${sentence.repeat(8)}</div>`)).toBeNull();
  });

  test('the cleaner gives the reason', () => {
    const story = `<html><head>${locked}</head><body><article><h1>New bridge</h1>${sentence}</article></body></html>`;
    const reasonOf = (): string => {
      try {
        cleanArticle(decoded(story));
        return '';
      } catch (error) {
        return error instanceof RejectedArticle ? error.reason : 'broken';
      }
    };
    expect(['paywall', 'not-an-article']).toContain(reasonOf());
  });
});
