import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createFetcher } from '../../../platform/outgoing/fetch-whole.ts';
import { isUrl, mostBytesOfType, urlSource } from '../../../scripts/ingest/urls.ts';

const page = '<html><body><article><p>The harbour was opened on Tuesday.</p></article></body></html>';
const feed = `<rss><channel>${[1, 2]
  .map((n) => `<item><guid>n${n}</guid><title>T${n}</title><description>Text ${n}.</description></item>`)
  .join('')}</channel></rss>`;

/** The second time it is corrected. */
const messages = ['opened', 'reopened'].map((what) =>
  Buffer.from(`<nitf><body><body.content><p>Порт ${what}.</p></body.content></body></nitf>`, 'utf16le'),
);

const send =
  (status: number, headers: Record<string, string>, body: string | Buffer = ''): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);
const routes: Readonly<Record<string, RequestListener>> = {
  '/page': send(200, { 'content-type': 'text/html; charset=koi8-r' }, page),
  '/feed': send(200, { 'content-type': 'application/rss+xml' }, feed),
  '/feed.xml': send(200, { 'content-type': 'text/plain' }, feed),
  '/message': (request, response) =>
    send(
      200,
      { 'content-type': 'application/nitf+xml; charset=utf-16le' },
      messages.shift(),
    )(request, response),
  '/feed-1251': send(
    200,
    { 'content-type': 'application/rss+xml; charset=windows-1251' },
    Buffer.from(
      '<rss><channel><item><guid>n</guid><title>\xcf\xee\xf0\xf2</title></item></channel></rss>',
      'latin1',
    ),
  ),
  '/picture': send(200, { 'content-type': 'image/png' }, 'x'),
  '/moved': send(301, { location: '/page' }),
  '/loop': send(302, { location: '/loop' }),
  '/inwards': send(302, { location: 'http://10.0.0.1/secret' }),
  '/elsewhere': send(302, { location: 'file:///etc/passwd' }),
  '/large': send(200, { 'content-type': 'text/html' }, Buffer.alloc(6_000_000, 'x')),
  '/bomb': send(
    200,
    { 'content-type': 'text/html', 'content-encoding': 'gzip' },
    gzipSync(Buffer.alloc(50_000_000)),
  ),
  '/slow': (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
};

let server: Server;
let origin: string;
const fetcher = createFetcher({ mostBytes: mostBytesOfType, allowed: ['127.0.0.0/8'], longestMs: 2000 });

beforeAll(async () => {
  server = createServer((request, response) =>
    (routes[request.url ?? ''] ?? send(404, {}))(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});

afterAll(async () => {
  await fetcher.close();
  server.closeAllConnections();
  server.close();
});

const read = async (path: string, namespace?: string) => {
  const records = await Array.fromAsync(urlSource(`${origin}${path}`, fetcher, namespace).read());
  return records.map(({ read: one }) => {
    if (one.kind === 'submission') return one.submission;
    return one.kind === 'passed' ? one.what : one.detail;
  });
};

describe('an address to be read once', () => {
  test('a page keeps its address, also behind a redirect, and its stated charset', async () => {
    const [direct] = await read('/page');
    const input = { contentType: 'text/html', charset: 'koi8-r', given: { url: `${origin}/page` } };
    expect(direct).toMatchObject({ input });
    expect(await read('/moved')).toEqual([direct]);
  });

  test('entries of a feed bear their ids behind the host or the namespace, whatever type is stated', async () => {
    const host = new URL(origin).host;
    expect(await read('/feed')).toMatchObject([{ id: `${host}:n1` }, { id: `${host}:n2` }]);
    expect(await read('/feed.xml', 'mine')).toMatchObject([{ id: 'mine:n1' }, { id: 'mine:n2' }]);
  });

  test('XML that is one article keeps its address and charset: a correction replaces it', async () => {
    const given = { url: `${origin}/message` };
    const input = { contentType: 'application/nitf+xml', charset: 'utf-16le', given };
    const [first] = await read('/message');
    const [second] = await read('/message');
    expect(first).toMatchObject({ input });
    expect(second).toMatchObject({ input, id: typeof first === 'object' ? first.id : '' });
    expect(second).not.toEqual(first);
    expect(await read('/feed-1251')).toMatchObject([{ input: { content: expect.stringContaining('Порт') } }]);
  });

  test.each([
    ['/none', /HTTP 404/],
    ['/picture', /image\/png/],
    ['/loop', /more than 5 redirects/],
    ['/inwards', /10\.0\.0\.1\/secret, which is not a public address/],
    ['/elsewhere', /neither http nor https/],
    ['/large', /too-large/],
    ['/bomb', /too-large/],
    ['/slow', /no complete answer in 2000 ms/],
  ])('%s is told and passed over', async (path, why) => {
    expect(await read(path)).toEqual([expect.stringMatching(why)]);
  });

  test('names that lead inwards, inner addresses and others’ ports of call are not asked', async () => {
    const astray = createFetcher({
      mostBytes: () => 1000,
      lookup: (_name, _options, found) => found(null, [{ address: '192.168.0.1', family: 4 }]),
    });
    expect(await astray.read('http://public.example/')).toMatchObject({ reason: /not public/ });
    for (const url of [
      'http://127.0.0.1:1/',
      'http://[::1]/',
      'http://u:p@example.org/',
      'ftp://example.org/',
    ])
      expect((await astray.read(url)).kind).toBe('failed');
    await astray.close();
    expect([isUrl('https://a.example/b'), isUrl('folder/https'), isUrl('*.html')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
