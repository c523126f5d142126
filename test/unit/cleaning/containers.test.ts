import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { cleanArticle } from '../../../chain/clean/index.ts';
import type { ContainedArticle } from '../../../chain/decode/containers/contained-article.ts';
import { splitFeed } from '../../../chain/decode/containers/feed-entries.ts';
import { splitNewsMessage } from '../../../chain/decode/containers/news-items.ts';
import { splitWarc } from '../../../chain/decode/containers/warc.ts';
import { decode, readDelivery } from '../../../chain/decode/index.ts';

const clean = ({ input }: ContainedArticle) => cleanArticle(decode({ id: 'c', revision: 1, input }));

const record = (type: string, body: string, uri = 'https://news.example/1'): string =>
  `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}\r\n\r\n`;
const response = (type: string, body: string): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`;

const inPieces = async function* (bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
};

describe('files of many articles', () => {
  const warc = [
    record('warcinfo', 'software: none'),
    record('response', response('text/html; charset=utf-8', '<p>First page, längere Zeile.</p>')),
    record('response', response('image/png', 'not a page')),
    record('response', response('text/html', '<p>Second page.</p>'), 'https://news.example/2'),
  ];

  test.each([
    ['plain', Buffer.from(warc.join(''))],
    ['gzipped by record', Buffer.concat(warc.map((part) => gzipSync(part)))],
  ])('WARC, %s, in pieces of any size', async (_name, bytes) => {
    for (const size of [7, 100, 1_000_000]) {
      const records = await Array.fromAsync(splitWarc(inPieces(bytes, size)));
      expect(records.flatMap((one) => ('passed' in one ? one.passed : []))).toEqual(['image/png']);
      const found = records.flatMap((one) => ('passed' in one ? [] : one));
      expect(found.map(({ input }) => input.given.url)).toEqual([
        'https://news.example/1',
        'https://news.example/2',
      ]);
      expect(found[0]?.input.charset).toBe('utf-8');
      const content = found[0]?.input.content;
      expect(typeof content === 'string' ? content : Buffer.from(content ?? []).toString()).toBe(
        '<p>First page, längere Zeile.</p>',
      );
    }
  });

  test('a feed gives each entry as an article', async () => {
    const source = `<rss><channel>${[1, 2]
      .map(
        (n) =>
          `<item><title>Report ${n} &amp; more</title><guid>urn:${n}</guid><description>&lt;p&gt;Text ${n}.&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;</description></item>`,
      )
      .join('')}</channel></rss>`;
    const found = await Array.fromAsync(splitFeed(source));
    expect(found.map(({ input }) => readDelivery(input).id)).toEqual(['urn:1', 'urn:2']);
    const articles = found.map(clean);
    expect(articles.map(({ title }) => title)).toEqual(['Report 1 & more', 'Report 2 & more']);
    expect(articles[1]?.paragraphs.map(({ text }) => text)).toEqual(['Text 2.', 'More.']);
  });

  test('a NewsML-G2 message gives each item with text, packages and pictures aside', async () => {
    const item = (guid: string, content: string): string =>
      `<newsItem guid="${guid}"><itemMeta><versionCreated>2024-03-05T07:03:00Z</versionCreated></itemMeta>
       <contentMeta><headline>Report &amp; ${guid}</headline></contentMeta><contentSet>${content}</contentSet></newsItem>`;
    const source = `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
      <packageItem guid="p"><groupSet/></packageItem>
      ${item('urn:1', '<inlineXML><html><body><p>Text one.</p><p>More &amp; more.</p></body></html></inlineXML>')}
      ${item('urn:2', '<remoteContent href="picture.jpg"/>')}
      ${item('urn:3', '<inlineData contenttype="text/plain">Text three.</inlineData>')}</itemSet></newsMessage>`;
    const found = await Array.fromAsync(splitNewsMessage(source));
    expect(found.map(({ input }) => readDelivery(input).id)).toEqual(['urn:1', 'urn:3']);
    const articles = found.map(clean);
    expect(articles.map(({ title }) => title)).toEqual(['Report & urn:1', 'Report & urn:3']);
    expect(articles.map(({ paragraphs }) => paragraphs.map(({ text }) => text))).toEqual([
      ['Text one.', 'More & more.'],
      ['Text three.'],
    ]);
  });
});
