import { describe, expect, test } from '@jest/globals';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { decode } from '../../../chain/decode/index.ts';

const read = (content: string, contentType = 'application/rss+xml') =>
  cleanArticle(decode({ id: 'f', revision: 1, input: { contentType, charset: null, content, given: {} } }));
const item = (inner: string): string =>
  `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Feed</title><item>${inner}</item></channel></rss>`;
const texts = (content: string, type?: string) => read(content, type).paragraphs.map(({ text }) => text);

describe('feeds', () => {
  test('CDATA is decoded once, as the markup that it holds', () => {
    const body = '<![CDATA[<p>The fee is 3 &lt; 5 crowns, and R&amp;amp;D is spelled so.</p>]]>';
    expect(texts(item(`<title>T</title><description>${body}</description>`))).toEqual([
      'The fee is 3 < 5 crowns, and R&amp;D is spelled so.',
    ]);
  });

  test('names of other vocabularies are not the feed’s own', () => {
    const media =
      '<media:title>A lighthouse</media:title><media:content url="x"><media:credit>Photo: N. N.</media:credit></media:content>';
    const article = read(
      item(`${media}<atom:link rel="self" href="https://feed.example/"/><title>Tunnel opens</title>
        <link>https://news.example/t</link><description>The tunnel opened on Friday after nine years.</description>`),
    );
    expect(article.title).toBe('Tunnel opens');
    expect(article.url).toBe('https://news.example/t');
    expect(article.paragraphs.map(({ text }) => text)).toEqual([
      'The tunnel opened on Friday after nine years.',
    ]);
  });

  test.each([
    ['Court &lt;i&gt;overturns&lt;/i&gt; ruling', 'Court overturns ruling'],
    ['Salt &amp;amp; pepper', 'Salt & pepper'],
    ['<![CDATA[Salt &amp; pepper]]>', 'Salt & pepper'],
    ['Gr&ouml;&szlig;e z&auml;hlt', 'Größe zählt'],
    ['5 &lt; 7, says board', '5 < 7, says board'],
  ])('a title as it is printed: %s', (printed, title) => {
    expect(read(item(`<title>${printed}</title><description>One sentence.</description>`)).title).toBe(title);
  });

  test('a title alone is an article', () => {
    const article = read(item('<title>Ministry announces new rules</title><link>https://m.example/1</link>'));
    expect(article).toMatchObject({ title: 'Ministry announces new rules', paragraphs: [] });
  });

  test.each([
    [
      item('<title>T</title><author>desk@wire.example (Reuters)</author><description>D.</description>'),
      'Reuters',
    ],
    [
      '<entry xmlns="http://www.w3.org/2005/Atom"><title>T</title><author><name>Reuters</name><email>a@b.example</email></author><content>D.</content></entry>',
      'Reuters',
    ],
  ])('the author without the address: %#', (source, name) => {
    expect(read(source).statements).toContainEqual({ property: 'author.name', value: name, from: 'format' });
  });

  test('letters that a document type declares are read, and nothing else of it', () => {
    const type = '<!DOCTYPE rss [<!ENTITY eacute "&#233;"><!ENTITY mine "text">]>';
    const source = `${type}${item('<title>Caf&eacute; &mine;</title><description>D.</description>')}`;
    expect(read(source).title).toBe('Café &mine;');
  });
});
