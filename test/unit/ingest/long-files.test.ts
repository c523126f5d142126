import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from '@jest/globals';
import { findFiles } from '../../../scripts/ingest/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-long-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = async (name: string, pieces: Iterable<string | Buffer>): Promise<string> => {
  const path = join(folder, name);
  const file = createWriteStream(path);
  for (const piece of pieces)
    if (!file.write(piece)) await new Promise((go) => file.once('drain', () => go(null)));
  file.end();
  await finished(file);
  return path;
};

const readAll = async (path: string) => {
  const [file] = await findFiles([path], undefined);
  if (!file) throw new Error(`${path} was not found`);
  return Array.fromAsync(file.read());
};

const outcomes = async (path: string) =>
  (await readAll(path)).map(({ place, read }) => ({
    place,
    id: read.kind === 'submission' ? read.submission.id : null,
    detail: read.kind === 'invalid' ? read.detail : null,
  }));

function* export50(items: number, broken = false): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Редакция</title>';
  for (let n = 0; n < items; n += 1)
    yield `<item><title>История ${n}</title><link>https://news.example/${n}</link><guid isPermaLink="false">https://news.example/?p=${n}</guid><content:encoded><![CDATA[<p>${'Министр заявил, что порт открыт. '.repeat(500)}</p>]]></content:encoded><wp:status>${n % 10 === 9 ? 'draft' : 'publish'}</wp:status><wp:post_type>post</wp:post_type></item>`;
  if (!broken) yield '</channel></rss>';
}

test('an export of 50 MB gives its stories one by one, drafts refused by name', async () => {
  const path = await write('export.xml', export50(1800));
  const found = await outcomes(path);
  expect(found).toHaveLength(1800);
  expect(found[0]).toEqual({ place: 1, id: 'https://news.example/?p=0', detail: null });
  const drafts = found.filter(({ detail }) => detail?.startsWith('not-published'));
  expect(drafts).toHaveLength(180);
  const texts = (await readAll(path))
    .slice(0, 3)
    .map(({ read }) => read.kind === 'submission' && read.submission.input?.content);
  for (const text of texts) expect(String(text)).toContain('порт открыт. Министр');
}, 120_000);

test('what breaks off keeps the stories before, and says where', async () => {
  const found = await outcomes(await write('broken.xml', export50(200, true)));
  expect(found).toHaveLength(201);
  expect(found.at(-1)).toMatchObject({ place: 201, detail: expect.stringContaining('ends within') });
}, 60_000);

test('a page of over 5 MB is refused, and so is XML of one endless element', async () => {
  const page = await write('page.html', [
    '<html><body>',
    ...Array.from({ length: 600 }, () => '<p>x</p>'.repeat(2000)),
  ]);
  expect(await outcomes(page)).toMatchObject([{ detail: expect.stringContaining('too-large') }]);
  const one = await write('one.rss', [
    '<rss><channel><item><title>',
    ...Array.from({ length: 120 }, () => 'word '.repeat(20_000)),
  ]);
  expect(await outcomes(one)).toMatchObject([{ detail: expect.stringContaining('too-large') }]);
  const deep = await write('deep.rss', [
    '<rss><channel>',
    ...Array.from({ length: 200 }, () => '<a>'.repeat(10_000)),
  ]);
  expect(await outcomes(deep)).toMatchObject([{ detail: expect.stringContaining('too-deep') }]);
}, 60_000);

const mail = (n: number): string =>
  `From press@ministry.example Tue Mar  5 10:0${n}:00 2024\r\nFrom: Ministry <press@ministry.example>\r\nSubject: Release ${n}\r\nDate: Tue, 5 Mar 2024 10:00:00 +0000\r\nMessage-ID: <r${n}@ministry.example>\r\n\r\nThe minister opened the port.\r\n\r\n>From there she went home.\r\nFrom the harbour it is not far.\r\n\r\n`;

test('a mailbox gives its messages; lines of a text that begin with "From" do not part it', async () => {
  const found = await readAll(await write('releases.mbox', [mail(1), mail(2), mail(3)]));
  expect(found).toHaveLength(3);
  const texts = found.map(({ read }) =>
    read.kind === 'submission' ? String(read.submission.input?.content) : '',
  );
  expect(texts[1]).toContain('Subject: Release 2');
  expect(texts[1]).toContain('\nFrom there she went home.');
  expect(texts[1]).not.toContain('Release 3');
  expect(new Set(found.map(({ read }) => read.kind === 'submission' && read.submission.id)).size).toBe(3);
  const packed = await write('more.mbox.gz', [gzipSync(mail(1) + mail(2))]);
  expect(await readAll(packed)).toHaveLength(2);
});

test('an e-mail that is too long is named, those around it are read; no mailbox is told', async () => {
  const long = mail(2).replace('The minister', 'word '.repeat(1_100_000));
  expect(await outcomes(await write('long.mbox', [mail(1), long, mail(3)]))).toMatchObject([
    { place: 1, detail: null },
    { place: 2, detail: expect.stringContaining('too-large') },
    { place: 3, detail: null },
  ]);
  expect(await outcomes(await write('none.mbox', ['no mails here\n']))).toMatchObject([
    { detail: 'a mailbox without e-mails' },
  ]);
}, 60_000);
