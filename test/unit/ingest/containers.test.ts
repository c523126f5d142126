import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { findFiles } from '../../../scripts/ingest/files.ts';
import { printable } from '../../../scripts/printable.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-ingest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = async (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const [file] = await findFiles([path], undefined);
  if (!file) throw new Error(`${name} was not found`);
  const records = await Array.fromAsync(file.read());
  return records.map(({ place, read: one }) =>
    one.kind === 'submission'
      ? { place, id: one.submission.id, type: one.submission.input?.contentType }
      : { place, detail: one.kind === 'passed' ? one.what : one.detail },
  );
};

const response = (url: string, html: string): string => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html}`;
  const fields = `WARC-Type: response\r\nWARC-Target-URI: ${url}\r\nContent-Length: ${http.length}`;
  return `WARC/1.1\r\n${fields}\r\n\r\n${http}\r\n\r\n`;
};

test('a web archive, gzipped record by record, gives its pages, each under the id of its address', async () => {
  const pages = ['https://example.org/a', 'https://example.org/b'].map((url) =>
    gzipSync(response(url, '<p>Text</p>')),
  );
  const twice = [...pages, gzipSync(response('https://example.org/a?utm_source=x', '<p>Text</p>'))];
  const records = await read('crawl.warc.gz', Buffer.concat(twice));
  expect(records.map(({ type }) => type)).toEqual(['text/html', 'text/html', 'text/html']);
  expect(records[2]?.id).toBe(records[0]?.id);
  expect(records[1]?.id).not.toBe(records[0]?.id);
});

test('a feed gives its entries under their own ids; other XML is one article; broken XML is told', async () => {
  const item = (n: number) =>
    `<item><guid>g${n}</guid><title>T${n}</title><description>D</description></item>`;
  const feed = `<rss version="2.0"><channel><title>C</title>${item(1)}${item(2)}</channel></rss>`;
  expect(await read('news.rss', feed)).toEqual([
    { place: 1, id: 'news:g1', type: 'application/rss+xml' },
    { place: 2, id: 'news:g2', type: 'application/rss+xml' },
  ]);
  expect(await read('one.xml', '<nitf><body>x</body></nitf>')).toMatchObject([{ type: 'application/xml' }]);
  expect(await read('bad.atom', '<feed xmlns="x"><entry>')).toMatchObject([{ place: 1 }]);
});

test('the files of an archive are read as those of a folder; what is not read is named', async () => {
  const text = (content: string): Uint8Array => Buffer.from(content);
  const item = '<item><guid>g1</guid><title>T</title><description>D</description></item>';
  const delivery = zipSync({
    'day/news.rss': text(`<rss version="2.0"><channel>${item}</channel></rss>`),
    'day/many.ndjson.gz': gzipSync('{"id":"a","body":"A."}\n{"id":"b"\n{"id":"c","body":"C."}'),
    'picture.jpg': text('x'),
    'more.zip': zipSync({ 'a.txt': text('A text.') }),
    '__MACOSX/._news.rss': text('x'),
    'day/.DS_Store': text('x'),
  });
  const records = await read('drop.zip', Buffer.from(delivery));
  expect(records).toMatchObject([
    { place: 1, id: 'news:g1', type: 'application/rss+xml' },
    { place: 2, id: 'many:a' },
    { place: 3, detail: expect.stringContaining('day/many.ndjson.gz: ') },
    { place: 4, id: 'many:c' },
    { place: 5, detail: 'picture.jpg: unknown-format: not a supported kind of file' },
    { place: 6, detail: 'more.zip: an archive in an archive is not read' },
  ]);
});

test('a file that lies about its size loses its rest, an archive that breaks off is told', async () => {
  const whole = Buffer.from(
    zipSync({ 'a.txt': Buffer.from('A text. '.repeat(500)), 'b.txt': Buffer.from('B text.') }),
  );
  const lying = Buffer.from(whole);
  // The size of a.txt as the list of files at the end states it.
  const list = lying.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  lying.writeUInt32LE(10, list + 24);
  const records = await read('lying.zip', lying);
  expect(records).toMatchObject([
    { place: 1, detail: expect.stringContaining('a.txt: ') },
    { place: 2, type: 'text/plain' },
  ]);
  await expect(read('cut.zip', whole.subarray(0, whole.length - 30))).rejects.toThrow();
});

test('a name that leads out of an archive makes only its file unread', async () => {
  const files = { 'a.txt': 'First', '../b.txt': 'Outside', '/c.txt': 'Root', 'd.txt': 'Last' };
  const encoded = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const);
  const records = await read('outside.zip', Buffer.from(zipSync(Object.fromEntries(encoded))));
  expect(records).toMatchObject([
    { place: 1, type: 'text/plain' },
    { place: 2, detail: '../b.txt: leads out of the archive' },
    { place: 3, detail: '/c.txt: leads out of the archive' },
    { place: 4, type: 'text/plain' },
  ]);
});

test('names are printed without control characters; JSON says the same as before', () => {
  expect(printable('a\u001b]0;title\u0007\u009b2J\n\u202eb 新')).toBe(
    'a\\u001b]0;title\\u0007\\u009b2J\\u000a\\u202eb 新',
  );
  const told = { file: 'a\u009b2J\u001b\u2028.txt' };
  expect(printable(JSON.stringify(told))).toMatch(/^[ -~]+$/);
  expect(JSON.parse(printable(JSON.stringify(told)))).toEqual(told);
});
