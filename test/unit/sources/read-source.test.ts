import { expect, test } from '@jest/globals';
import { readSource } from '../../../chain/decode/source-entries.ts';
import { readCaching, readRetryAfter } from '../../../platform/outgoing/answer-headers.ts';

const read = (text: string) => readSource(text, 'text/xml', 'n.example:');

test('the same entries under the same ids, whatever stands beside them', async () => {
  const item = (more: string): string =>
    `<rss xmlns:slash="s"><channel><ttl>15</ttl><item><title>Dyke &amp; basin</title><link>https://n.example/1</link><guid isPermaLink="false">17</guid><pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate>${more}</item></channel></rss>`;
  const [first, second, third] = await Promise.all([
    read(item('<slash:comments>1</slash:comments>')),
    read(item('<slash:comments>2</slash:comments>')),
    read(item('').replace('basin', 'basins')),
  ]);
  expect(first).toMatchObject({
    restMs: 900_000,
    entries: [
      {
        id: 'n.example:17',
        url: 'https://n.example/1',
        // As printed: its day is that of the place, not that of UTC.
        given: { url: 'https://n.example/1', title: 'Dyke & basin', date: 'Tue, 05 Mar 2024 23:30:00 -0500' },
        published: '2024-03-06T04:30:00.000Z',
        order: { by: 'modified', modified: '2024-03-06T04:30:00.000Z' },
      },
    ],
  });
  expect(second.entries[0]?.sign).toBe(first.entries[0]?.sign);
  expect(third.entries[0]?.sign).not.toBe(first.entries[0]?.sign);
});

test('entries that cannot be articles are counted with their reason; what is no source is refused', async () => {
  const { entries, refused } = await read(
    '<rss xmlns:wp="http://wordpress.org/export/1.2/"><item><title>A</title><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item><item></item></rss>',
  );
  expect(entries).toEqual([]);
  expect([...refused.values()]).toEqual([1, 1]);
  for (const text of ['<html><body>RSS</body></html>', 'a text', '{"a": 1}', '<nitf><body>x</body></nitf>'])
    await expect(read(text)).rejects.toMatchObject({ reason: 'not-a-source' });
});

test('headers of answers', () => {
  const headers = (fields: Record<string, string>) => ({ get: (name: string) => fields[name] ?? null });
  expect(readCaching(headers({ etag: '"a"', 'cache-control': 'public, max-age=600' }))).toEqual({
    etag: '"a"',
    lastModified: null,
    freshMs: 600_000,
  });
  expect(readCaching(headers({ 'cache-control': 'no-cache, max-age=600', etag: 'x'.repeat(2000) }))).toEqual({
    etag: null,
    lastModified: null,
    freshMs: 0,
  });
  const now = new Date('2024-03-05T12:00:00Z');
  expect(readRetryAfter('120', now)).toBe(120_000);
  expect(readRetryAfter('Tue, 05 Mar 2024 12:10:00 GMT', now)).toBe(600_000);
  expect(readRetryAfter('soon', now)).toBe(0);
});
