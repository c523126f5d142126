import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SearchService, startSearchService } from '../support/search-service.ts';

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'und'] });
}, 120_000);

afterAll(async () => {
  await service.stop();
});

const send = async (path: string, { headers = {}, ...init }: RequestInit & { headers?: object } = {}) => {
  const response = await fetch(`${service.url}${path}`, {
    ...init,
    headers: { 'api-key': service.key, 'content-type': 'application/json', ...headers },
  });
  const text = await response.text();
  return { status: response.status, text };
};
const put = (id: string, article: unknown, headers: object = {}) =>
  send(`/v1/articles/${encodeURIComponent(id)}`, { method: 'PUT', body: JSON.stringify(article), headers });
const article = { title: 'The bridge', body: 'The bridge over the river was opened on Tuesday.' };

describe('writing one article', () => {
  test('needs a key', async () => {
    expect((await put('a', article, { 'api-key': 'wrong' })).status).toBe(401);
  });

  test('is accepted, unchanged, refused after a lost update, deleted', async () => {
    const id = 'ünïque/with slash?&#';
    const first = await put(id, article);
    expect([first.status, JSON.parse(first.text)]).toEqual([202, { id, revision: 1, outcome: 'accepted' }]);
    expect(JSON.parse((await put(id, article)).text)).toEqual({ id, revision: 1, outcome: 'unchanged' });
    expect((await put(id, { ...article, title: 'b' }, { 'if-match': '7' })).status).toBe(412);
    expect((await put(id, { ...article, title: 'b' }, { 'if-match': '1' })).status).toBe(202);
    const status = await send(`/v1/articles/${encodeURIComponent(id)}/status`);
    expect(JSON.parse(status.text)).toMatchObject({ id, revision: 2, state: 'waiting' });
    const gone = await send(`/v1/articles/${encodeURIComponent(id)}`, { method: 'DELETE' });
    expect(JSON.parse(gone.text)).toMatchObject({ revision: 3, outcome: 'accepted' });
    expect((await send('/v1/articles/never', { method: 'DELETE' })).status).toBe(404);
  });

  test.each([
    ['an unknown field', { ...article, colour: 'red' }, /colour/],
    ['a wrong type', { ...article, title: 7 }, /title/],
    ['too many people', { ...article, people: Array(10_000).fill('A') }, /people/],
    ['nothing to read', { title: '', body: ' ' }, /body/],
    ['two orders', { ...article, sequence: 1, modified: '2024-05-01T00:00:00Z' }, /sequence/],
  ])('tells %s', async (_, sent, detail) => {
    const { status, text } = await put('faulty', sent);
    expect(status).toBe(422);
    expect(text).toMatch(detail);
  });

  test('tells malformed JSON, invalid UTF-8, deep nesting, an unknown type, a page that is too large', async () => {
    const sendBody = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
      send('/v1/articles/faulty', { method: 'PUT', body, headers: { 'content-type': type } });
    expect((await sendBody('{"title":')).status).toBe(422);
    expect((await sendBody(Uint8Array.of(123, 34, 0xff, 34, 125))).text).toMatch(/UTF-8/);
    expect((await sendBody('['.repeat(200_000))).status).toBe(422);
    expect((await sendBody('x', 'image/png')).status).toBe(415);
    expect((await sendBody('<p>x</p>'.repeat(1_000_000), 'text/html')).status).toBe(413);
    const failure = JSON.parse((await send('/v1/failures/faulty')).text);
    expect(failure).toMatchObject({ id: 'faulty', reason: 'too-large' });
  });

  test('a page says in the address what it cannot say itself; JSON says all in its body', async () => {
    const page = { method: 'PUT', body: '<p>x</p>', headers: { 'content-type': 'text/html' } };
    const fields = 'title=A&agency=xinhua&agency=tass&people=Ana%20Exemplo&dateline=BEIJING&language=en';
    const order = 'sequence=1700000000000&publish-at=2999-01-01T00:00:00%2B02:00';
    expect((await send(`/v1/articles/page?${fields}&${order}`, page)).status).toBe(202);
    const { publishAt } = JSON.parse((await send('/v1/articles/page/status')).text);
    expect(publishAt).toBe('2998-12-31T22:00:00.000Z');
    expect((await send('/v1/articles/page?sequence=1', page)).text).toMatch(/stale/);

    const json = { method: 'PUT', body: JSON.stringify(article) };
    const ndjson = {
      method: 'POST',
      body: JSON.stringify(article),
      headers: { 'content-type': 'application/x-ndjson' },
    };
    for (const [path, sent, parameter] of [
      ['/v1/articles/lost?publish-at=2999-01-01T00:00:00Z', json, /publish-at/],
      ['/v1/articles?url=https://news.example/', ndjson, /url/],
      ['/v1/articles/lost?colour=red', page, /colour/],
      ['/v1/articles/lost?body=x', page, /body/],
      [`/v1/articles/lost?language=${'x'.repeat(36)}`, page, /language/],
      ['/v1/articles/lost?sequence=1&modified=2024-05-01T00:00:00Z', page, /exclude/],
    ] as const) {
      const { status, text } = await send(path, sent);
      expect([status, text]).toEqual([400, expect.stringMatching(parameter)]);
    }
  });
});

describe('writing many', () => {
  test('answers each line in order; a bad one spoils no other; lines of one id count on', async () => {
    const lines = [
      JSON.stringify({ id: 'one', ...article }),
      'not json',
      JSON.stringify({ id: 'one', ...article, title: 'The bridge again' }),
      '',
      JSON.stringify({ id: 'two', ...article, extra: 1 }),
      `{"id":"huge","body":"${'x'.repeat(30_100_000)}"}`,
      JSON.stringify({ id: 'three', ...article, sequence: 4 }),
      JSON.stringify({ id: 'three', ...article, title: 'c', sequence: 3 }),
    ];
    const { status, text } = await send('/v1/articles', {
      method: 'POST',
      body: lines.join('\n'),
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(status).toBe(202);
    const answers = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ line, id, revision, outcome }) => [line, id, revision, outcome])).toEqual([
      [1, 'one', 1, 'accepted'],
      [2, null, null, 'invalid'],
      [3, 'one', 2, 'accepted'],
      [5, 'two', null, 'invalid'],
      [6, null, null, 'invalid'],
      [7, 'three', 1, 'accepted'],
      [8, 'three', 1, 'stale'],
    ]);
  });
});
