import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { allowances } from '../../../api/access/limits.ts';
import { mounted } from '../../../api/mounted.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;
const codes = ['en', 'zh', 'ru', 'ar', 'de', 'ja', 'ko', 'th', 'tr', 'und'];

beforeAll(async () => {
  service = await startSearchService({ codes, mounted });
  await service.index(
    codes.map((language) => documentOf({ id: language, title: 'To be or not to be', language })),
  );
}, 180_000);

afterAll(() => service?.stop(), 180_000);

const problem = z.looseObject({ type: z.string(), title: z.string(), status: z.number().int() });
const MOST_MS = 20_000;
const ways = ['/v1/articles', '/v1/suggest', '/v1/export', '/'];

/** The query as it stands, percent-encoded: what `URLSearchParams` would mend stays broken. */
const ask = async (path: string, written: string) => {
  const started = performance.now();
  const response = await fetch(`${service.url}${path}?q=${written}`);
  const text = await response.text();
  return { status: response.status, text, ms: performance.now() - started };
};

const long = (piece: string): string => piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);

/** Odd, yet words of somebody's language: refusing them would be a fault. */
const odd: readonly (readonly [string, string])[] = [
  ['stop words of English', 'to be or not to be'],
  ['stop words of Russian', 'и в не на'],
  ['stop words of Chinese', '的 了 和 是'],
  ['stop words of Arabic', 'من في على'],
  ['stop words of German', 'der die das und'],
  ...['a', '的', 'я', 'و', 'ก', '가', '1', '𠀀'].map((sign): [string, string] => [`only ${sign}`, sign]),
  ['scripts mixed within a word', 'Минstry部長وزارةกระ'],
  ['scripts mixed among words', 'talks переговоры 会谈 محادثات 회담 συνομιλίες'],
];

const inputs: readonly (readonly [string, string])[] = [
  ...odd,
  ['only an emoji', '😀'],
  ['only a mark', '\u0308'],
  ['control characters', 'peace\u0000\u0001\u0008\u001b[31m talks\u007f\u0085'],
  ['bidirectional controls', '\u202epeace\u202c \u2066talks\u2069 \u200f\u061c'],
  ['only bidirectional controls', '\u202e\u2066\u2069\u200f'],
  ['joiners and a mark of order', 'pe\u200dace\u200c \ufeff\u200b\u2060'],
  ['no characters of Unicode', '\uffff\ufdd0'],
  ['a tower of marks', `e${'\u0301'.repeat(1500)}`],
  ['an asterisk', '*'],
  ['asterisks on everything', 'a* b* c* d* e* f* g* h* i* j* k* l*'],
  ['short prefixes', 'to* be* no* is* th* wh* an* of* in* at*'],
  ['prefixes of Chinese', '的* 了* 和* 是* 在* 中* 国* 人* 大* 不*'],
  ['patterns of other languages', '.* ?? %% [a-z]+ /.*/ title.\\*:* _all:*'],
  ['one word of 10,000 letters', long('a')],
  ['10,000 letters in words', long('peace ')],
  ['10,000 Han signs', long('的')],
  ['10,000 brackets', long('(')],
  ['10,000 quotation marks', long('"')],
  ['2,000 letters of one word', 'a'.repeat(2000)],
  ['2,000 letters in words', 'ab '.repeat(666)],
  ['2,000 Han signs', '会谈和平'.repeat(500)],
  ['2,000 Thai letters', 'สันติภาพ'.repeat(250)],
];

const encoded: readonly (readonly [string, string])[] = [
  ...inputs.map(([name, text]): [string, string] => [name, encodeURIComponent(text)]),
  ['a lone surrogate as broken UTF-8', 'peace%ED%A0%80'],
  ['a lone low surrogate', '%ED%B0%80talks'],
  ['bytes that are no UTF-8', '%FF%FE%C0%80'],
  ['a percent sign alone', '%'],
  ['half an escape', 'peace%E4%B'],
];

test.each(encoded)('%s: an answer or a clear refusal, soon', async (_name, written) => {
  for (const path of ways) {
    for (const rest of path === '/v1/suggest' ? [''] : ['', '&match=any']) {
      const { status, text, ms } = await ask(path, written + rest);
      expect({ path, rest, status, ok: status === 200 || (status >= 400 && status < 500) }).toMatchObject({
        ok: true,
      });
      if (status !== 200 && path !== '/') expect(problem.parse(JSON.parse(text)).status).toBe(status);
      expect(ms).toBeLessThan(MOST_MS);
    }
  }
});

test.each(odd)('%s: an answer', async (_name, text) => {
  expect((await ask('/v1/articles', encodeURIComponent(text))).status).toBe(200);
});

test('what the server itself refuses is a problem as well', async () => {
  const { status, text } = await ask('/v1/articles', long('a').repeat(7));
  expect(status).toBe(431);
  expect(problem.parse(JSON.parse(text))).toMatchObject({ status: 431, title: 'The request is too long' });
});

test('stop words find the article that is made of them, in every language', async () => {
  const { text } = await ask('/v1/articles', encodeURIComponent('to be or not to be'));
  const { results } = z.object({ results: z.array(z.object({ id: z.string() })) }).parse(JSON.parse(text));
  expect(results.map(({ id }) => id).sort()).toEqual([...codes].sort());
});

test.each(['x'.repeat(201), '%00', 'x'.repeat(2000)])(
  'a person of the id %s is no page, and no end',
  async (id) => {
    const stray: unknown[] = [];
    const note = (error: unknown): void => {
      stray.push(error);
    };
    process.on('unhandledRejection', note);
    const { status } = await fetch(`${service.url}/people/${id}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    process.off('unhandledRejection', note);
    expect(stray).toEqual([]);
    expect(status).toBe(404);
  },
);

test.each(['/v1/people/ID', '/v1/people/ID/network', '/v1/articles/ID', '/v1/articles/ID/versions'])(
  '%s with an id of 33,000 characters is refused',
  async (path) => {
    const response = await fetch(service.url + path.replace('ID', 'a'.repeat(33_000)));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('is longer than 1000 characters');
  },
);

test.each(['/people/ID', '/articles/ID', '/articles/ID/versions'])(
  'there is no page %s with such an id',
  async (path) => {
    const response = await fetch(service.url + path.replace('ID', 'a'.repeat(33_000)));
    expect(response.status).toBe(404);
  },
);

test('links that are longer than proxies take are left out of the headers, the next page last', async () => {
  const linkOf = async (query: string): Promise<string> => {
    const response = await fetch(`${service.url}/v1/articles?page-size=1&${query}`);
    expect(response.status).toBe(200);
    await response.text();
    return response.headers.get('link') ?? '';
  };
  expect(await linkOf('q=be')).toMatch(/rel="next".*rel="self"/);
  const long = (count: number): string =>
    Array.from({ length: count }, (_, at) => `agency=${'%E4%BC%9A'.repeat(100)}${at}`).join('&');
  expect((await linkOf(`q=be&${long(3)}`)).length).toBeLessThan(4100);
  expect(await linkOf(`q=be&${long(20)}`)).toBe('');
});

test('an article whose id is too long to ask what resembles it is still shown with its copies', async () => {
  const ids = ['a', 'b'].map((letter) => letter.repeat(250));
  await service.index(
    ids.map((id) => documentOf({ id, title: 'Lighthouse keeper retires', story: 'lighthouse' })),
  );
  const page = await fetch(`${service.url}/articles/${ids[0]}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(`/articles/${ids[1]}`);
});

test('whoever asks too much is told so on a page, too', async () => {
  const { redis, config } = service.services;
  await redis.set(`${config.prefix}:limit:search:ip:127.0.0.1`, allowances.search.anonymous, 'PX', 10_000);
  const pages = await Promise.all(
    ['/?q=peace', '/articles/en', '/people/x'].map((path) => fetch(service.url + path)),
  );
  for (const page of pages) {
    expect(page.status).toBe(429);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect((await fetch(`${service.url}/articles/en/cite?format=ris`)).status).toBe(429);
});
