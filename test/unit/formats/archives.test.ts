import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { splitWarc } from '../../../chain/decode/containers/warc.ts';
import { XmlCutter } from '../../../chain/decode/xml-cutter.ts';

const record = (type: string, block: Buffer, fields = '', end = '\r\n'): Buffer =>
  Buffer.concat([
    Buffer.from(
      [
        'WARC/1.0',
        `WARC-Type: ${type}`,
        'WARC-Target-URI: https://g.example/1',
        'WARC-Date: 2026-05-01T00:00:00Z',
        ...(fields ? [fields] : []),
        `Content-Length: ${block.length}`,
        '',
        '',
      ].join(end),
    ),
    block,
    Buffer.from(`${end}${end}`),
  ]);
const page = Buffer.from('<p>A page.</p>');
const http = (fields: string, body: Buffer, end = '\r\n'): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK${end}${fields}${end}${end}`), body]);
const read = async (...records: readonly Buffer[]) =>
  Array.fromAsync(
    splitWarc(
      (async function* () {
        yield Buffer.concat(records);
      })(),
    ),
    (one) => ('passed' in one ? one.passed : Buffer.from(one.input.content).toString()),
  );

describe('web archives', () => {
  test('raw deflate, bare line feeds, resources and conversions are read', async () => {
    const html = 'Content-Type: text/html';
    expect(
      await read(
        record('response', http(`${html}\r\nContent-Encoding: deflate`, deflateRawSync(page))),
        record('response', http(html, page, '\n'), '', '\n'),
        record('resource', page, html),
        record('conversion', Buffer.from('Plain text.'), 'Content-Type: text/plain'),
      ),
    ).toEqual(['<p>A page.</p>', '<p>A page.</p>', '<p>A page.</p>', 'Plain text.']);
  });

  test('what is not read is named', async () => {
    expect(
      await read(
        record('response', http('Content-Type: image/png', page)),
        record('response', Buffer.from('HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nx')),
        record('revisit', Buffer.from('')),
        record('request', Buffer.from('GET / HTTP/1.1\r\n\r\n')),
      ),
    ).toEqual(['image/png', 'HTTP 404', 'revisit of an unchanged page']);
  });

  test('a record or a gzip member that is cut is an error, not an end', async () => {
    const whole = record('response', http('Content-Type: text/html', page));
    await expect(read(whole.subarray(0, -8))).rejects.toThrow(/cut short by \d+ bytes/);
    await expect(read(gzipSync(whole).subarray(0, -12))).rejects.toThrow();
    await expect(read(Buffer.from('WARC/1.0\r\nWARC-Type: resp'))).rejects.toThrow(/truncated/);
  });

  test('a capture bears its date as its order', async () => {
    const [one] = await Array.fromAsync(
      splitWarc(
        (async function* () {
          yield record('resource', page, 'Content-Type: text/html');
        })(),
      ),
    );
    expect(one).toMatchObject({ order: { by: 'modified', modified: '2026-05-01T00:00:00.000Z' } });
  });
});

test('XML is cut as it streams by, in pieces of any size', () => {
  const source = `<?xml version="1.0"?><rss xmlns:m="http://m/"><channel><item><a/>one</item>
    <item xmlns:m='own'><m:b>two &amp; <![CDATA[<item>]]></m:b></item ></channel></rss>`;
  const wanted = [
    '<item xmlns:m="http://m/"><a/>one</item>',
    "<item xmlns:m='own'><m:b>two &amp; <![CDATA[<item>]]></m:b></item>",
  ];
  for (const size of [1, 2, 7, 1000]) {
    const cutter = new XmlCutter(['item']);
    const found: string[] = [];
    for (let at = 0; at < source.length; at += size) found.push(...cutter.write(source.slice(at, at + size)));
    cutter.end();
    expect(found).toEqual(wanted);
  }
  const cut = new XmlCutter(['item']);
  cut.write('<rss><channel><item>');
  expect(() => cut.end()).toThrow(/ends within/);
});
