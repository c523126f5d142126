import { describe, expect, test } from '@jest/globals';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { decode } from '../../../chain/decode/index.ts';

const sentences = [
  'The river commission agreed on Tuesday to raise the dyke by half a metre along the whole northern bank.',
  'Its chairman said that the work would begin in spring and be paid for by the two provinces in equal parts.',
  'Farmers had asked for a basin instead, but the commission found that the land could not be bought in time.',
  'A second report on the southern bank is expected before the end of the year, according to the commission.',
];
const decoded = (content: string, contentType = 'text/html') =>
  decode({ id: 'p', revision: 1, input: { contentType, charset: null, content, given: {} } });
const texts = (content: string, type?: string) =>
  cleanArticle(decoded(content, type)).paragraphs.map(({ text }) => text);
const paragraphs = sentences.map((text) => `<p>${text}</p>`).join('\n');
const open = sentences.map((text) => `<p>${text}`).join('\n');

describe('pages whose tags are left out or left open', () => {
  test.each([
    ['no html, head or body', `<title>Dyke is raised</title><h1>Dyke is raised</h1>${paragraphs}`],
    ['no end tags', `<!doctype html><title>Dyke is raised</title><h1>Dyke is raised</h1>${open}`],
    ['an open head', `<html><head><title>Dyke is raised</title><body><h1>Dyke is raised</h1>${paragraphs}`],
    [
      'a head that nothing ends',
      `<html><head><title>Dyke is raised</title><h1>Dyke is raised</h1>${paragraphs}`,
    ],
    ['an open noscript', `<body><h1>Dyke is raised</h1><noscript><img src="x">${paragraphs}</body>`],
    [
      'a shadow tree',
      `<body><h1>Dyke is raised</h1><x-story><template shadowrootmode="open">${paragraphs}</template></x-story>`,
    ],
    [
      'an empty frame of XHTML',
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Dyke is raised</title><script src="a.js"/></head><body><h1>Dyke is raised</h1><iframe src="ad"/>${paragraphs}</body></html>`,
    ],
  ])('%s: every paragraph is kept', (_name, page) => {
    expect(texts(page)).toEqual(sentences);
    expect(cleanArticle(decoded(page)).title).toBe('Dyke is raised');
  });

  test('a template that is not shown, and what a browser hides, stay out', () => {
    const page = `<body><h1>Dyke is raised</h1>${paragraphs}<template><p>${sentences[0]} Copy.</p></template><noscript><p>Please switch on scripts.</p></noscript></body>`;
    expect(texts(page)).toEqual(sentences);
  });

  test('preformatted text that was broken to a width is joined by paragraphs', () => {
    const broken = sentences.map((text) => `    ${text.replace(/(.{40,60}) /g, '$1\n')}`).join('\n');
    expect(texts(`<body><h1>Dyke is raised</h1><pre>${broken}</pre></body>`)).toEqual(sentences);
  });

  test('preformatted lists keep their lines', () => {
    const { blocks } = decoded('<body><pre>one\ntwo\nthree</pre></body>');
    expect(blocks.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });
});

describe('a body that the sender gives', () => {
  const given = (fields: object) =>
    cleanArticle(
      decode({
        id: 'g',
        revision: 1,
        input: { contentType: 'application/json', charset: null, content: '', given: fields },
      }),
    );

  test('is joined where it was broken to a width, by width or by indents', () => {
    const wire =
      'OSLO, May 2 - Harbour Secretary Ingrid\nHalvorsen said on Friday that Ola\nBerg would sail.\n    Berg declined to comment.';
    expect(given({ title: 'T', body: wire }).paragraphs.map(({ text }) => text)).toEqual([
      'OSLO, May 2 - Harbour Secretary Ingrid Halvorsen said on Friday that Ola Berg would sail.',
      'Berg declined to comment.',
    ]);
  });

  test('gives its title where none is given, as a text file does', () => {
    const body = 'Dyke is raised\nOSLO, May 2 (NTB) - The dyke was raised on Friday. Ships came.';
    const article = given({ body });
    expect(article.title).toBe('Dyke is raised');
    expect(article.paragraphs.map(({ text }) => text)).toEqual([
      'OSLO, May 2 (NTB) - The dyke was raised on Friday. Ships came.',
    ]);
    expect(given({ body, title: null }).paragraphs).toHaveLength(2);
    expect(given({ body: 'Only one line' })).toMatchObject({
      title: null,
      paragraphs: [{ text: 'Only one line' }],
    });
  });

  test('may hold markup, and may be missing', () => {
    expect(given({ title: 'T', body: '<p>Salt &amp; pepper.</p><p>More.</p>' }).paragraphs).toMatchObject([
      { text: 'Salt & pepper.' },
      { text: 'More.' },
    ]);
    expect(given({ title: 'T' })).toMatchObject({ title: 'T', paragraphs: [] });
    expect(given({ title: 'T', body: null }).paragraphs).toEqual([]);
  });
});
