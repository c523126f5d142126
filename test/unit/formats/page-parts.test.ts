import { describe, expect, test } from '@jest/globals';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { readPage } from '../../../chain/decode/html/page-reader.ts';
import { decode } from '../../../chain/decode/index.ts';
import type { GivenFields } from '../../../domain/given-fields.ts';

const decoded = (content: string, given: GivenFields = {}) =>
  decode({ id: 'p', revision: 1, input: { contentType: 'text/html', charset: null, content, given } });
const lines = (html: string) => readPage(html).blocks.map(({ text }) => text);
const stated = (html: string, wanted: string) =>
  decoded(html).statements.find(({ property }) => property === wanted)?.value;

const sentences = [
  'The river commission agreed on Tuesday to raise the dyke by half a metre along the whole northern bank.',
  'Its chairman said that the work would begin in spring and be paid for by the two provinces in equal parts.',
  'Farmers had asked for a basin instead, but the commission found that the land could not be bought in time.',
  'A second report on the southern bank is expected before the end of the year, according to the commission.',
];
const paragraphs = sentences.map((text) => `<p>${text}</p>`).join('\n');
const page = (body: string) =>
  `<html><head><title>Dyke is raised</title></head><body><h1>Dyke is raised</h1><div class="text">${body}</div></body></html>`;
const texts = (html: string) => cleanArticle(decoded(html)).paragraphs.map(({ text }) => text);

describe('parts of a line that mark-up alone parts', () => {
  test.each([
    ['<span>Zdroj: ČTK</span><span>Autor: Jana Malá</span>', ['Zdroj: ČTK', 'Autor: Jana Malá']],
    ['<em>Πηγή: ΑΠΕ</em><em>12/03/2024</em>', ['Πηγή: ΑΠΕ', '12/03/2024']],
    ['<span>来源：新华社</span><span>【字号 大 小】</span>', ['来源：新华社 【字号 大 小】']],
    ['2024-03-05 10:00<span>出典：共同</span>', ['2024-03-05 10:00 出典：共同']],
    ['<span>المصدر: واس</span><span>الكاتب: سالم</span>', ['المصدر: واس', 'الكاتب: سالم']],
  ])('%s', (html, expected) => {
    expect(lines(`<div>${html}</div>`)).toEqual(expected);
  });

  test.each([
    '<span>T</span>he dyke',
    'The <b>Rhi</b>ne dyke',
    '<span>新华</span><span>社北京电</span>',
    '<b>Quelle:</b><a>dpa</a>',
  ])('leaves the letters of words together: %s', (html) => {
    expect(lines(`<p>${html}</p>`)).toEqual([html.replace(/<[^>]+>/g, '')]);
  });
});

describe('text that no reader sees', () => {
  test.each([
    '<span style="display:none">usage of the image is not known</span>',
    '<span hidden>not for print</span>',
    '<span class="visually-hidden">(external link)</span>',
    '<em class="btn sr-only">opens in a new tab</em>',
    '<i class="u-screen-reader-text">quotation</i>',
    '<span style="position:absolute; clip: rect(0, 0, 0, 0)">new tab</span>',
    '<span style="position:absolute;left:-9999px">skip</span>',
  ])('%s is not in the line', (hidden) => {
    expect(lines(`<p>The dyke ${hidden}is raised.</p>`)).toEqual(['The dyke is raised.']);
  });

  test.each(['<span class="hidden-xs">wide</span>', '<span class="nosr-onlyx">wide</span>'])(
    '%s is shown',
    (shown) => {
      expect(lines(`<p>The ${shown} dyke.</p>`)).toEqual(['The wide dyke.']);
    },
  );

  test('paragraphs that are not shown are left out', () => {
    const waiting =
      '<div style="visibility:hidden"><p>Please wait until the next part of this report is loaded.</p></div>';
    expect(texts(page(`${paragraphs}${waiting}`))).toEqual(sentences);
  });

  test('a text that a script shows later is kept', () => {
    expect(texts(page(`<div style="display:none">${paragraphs}</div>`))).toEqual(sentences);
  });
});

describe('texts that a page prints several times', () => {
  test.each([
    ['for narrow windows', `${paragraphs}<div class="mobile-only">${paragraphs}</div>`],
    ['as a summary', `<div class="summary"><p>${sentences[0]}</p></div>${paragraphs}`],
  ])('%s: each paragraph is kept once', (_name, body) => {
    expect(texts(page(body))).toEqual(sentences);
  });
});

describe('what templates print into attributes and JSON as it is', () => {
  test.each([
    ['content="Farmers: "no basin" for us"', 'Farmers: "no basin" for us'],
    ["content='L'avis : l'eau monte'", "L'avis : l'eau monte"],
    ['content="The "old" dyke" class="x"', 'The "old" dyke'],
    ['content="The old dyke" lang="en"', 'The old dyke'],
  ])('%s', (attribute, expected) => {
    expect(stated(`<meta property="og:title" ${attribute}><p>x</p>`, 'og:title')).toBe(expected);
  });

  test.each([
    ['quotation marks', '{"@type":"NewsArticle","headline":"The "old" dyke","datePublished":"2024-03-04"}'],
    [
      'quotation marks at the end',
      '{"@type":"NewsArticle","headline":"It is "old"","datePublished":"2024-03-04"}',
    ],
    ['no comma', '{"@type":"NewsArticle","headline":"Old"\n"datePublished":"2024-03-04"}'],
    [
      'nested',
      '{"@graph":[{"@type":"NewsArticle","author":{"name":"An "a" b"},"datePublished":"2024-03-04"}]}',
    ],
  ])('JSON-LD with %s is read', (_name, json) => {
    const html = `<script type="application/ld+json">${json}</script><p>x</p>`;
    expect(stated(html, 'datepublished')).toBe('2024-03-04');
  });

  test('a headline that was encoded twice', () => {
    const json = '{"@type":"NewsArticle","headline":"Dyke &amp;#8211; raised &amp;amp; paid"}';
    const html = `<script type="application/ld+json">${json}</script><div>${paragraphs}</div>`;
    expect(cleanArticle(decoded(html)).title).toBe('Dyke – raised & paid');
  });
});

describe('the address of a page', () => {
  const own = 'https://www.dyke.example/news/42';
  test.each([
    ['canonical', `<link rel="canonical" href="${own}">`],
    [
      'a home page as canonical',
      `<link rel="canonical" href="https://www.dyke.example/"><meta property="og:url" content="${own}">`,
    ],
    ['relative to its base', '<base href="https://www.dyke.example/news/"><link rel="canonical" href="42">'],
  ])('%s', (_name, head) => {
    expect(decoded(`<head>${head}</head><p>x</p>`).url).toBe(own);
  });

  test('a home page stays what it is', () => {
    const head = '<link rel="canonical" href="https://www.dyke.example/">';
    expect(decoded(`<head>${head}</head><p>x</p>`).url).toBe('https://www.dyke.example/');
  });

  test('of an archived copy', () => {
    const url = `https://archive.example/web/20190107064625/${own}`;
    expect(decoded('<p>x</p>', { url }).url).toBe(own);
  });
});
