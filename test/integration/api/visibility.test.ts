import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { facetNames } from '../../../api/facets/names.ts';
import { mounted } from '../../../api/mounted.ts';
import { formats } from '../../../api/render/index.ts';
import { silentLog } from '../../../platform/log.ts';
import { createWorker, type RunningWorker } from '../../../worker/create.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';
import { until } from '../../support/until.ts';
import { readingVisits, type Visit } from '../../support/walk-routes.ts';

const savedAlert = z.object({ id: z.string(), feed: z.record(z.string(), z.string()) });

let service: SearchService;
let worker: RunningWorker;

const hour = 3_600_000;
const later = new Date(Date.now() + hour).toISOString();
/** Words of texts that nobody may read; each text has the word `grumfeld`, by which it would be found. */
const secrets = ['quexavor', 'brimsolat', 'drelmontu', 'fostrabek', 'wendigral', 'yarponitch', 'zubrelka'];
const [embargoed, extended, extension, killed, replaced, withdrawn, former] = secrets;
/** Articles whose existence is a secret. */
const hidden = ['case-embargoed', 'case-extended', 'case-killed'];
const deleted = 'case-deleted';

const textOf = (word: string | undefined) => ({
  title: `Grumfeld talks ${word}`,
  body: `Minister Bartolom ${word} met reporters in Grumfeld on Tuesday.\nThe ${word} of the harbour is open.`,
  language: 'en',
  date: '2024-05-01',
  agency: [`Agency ${word}`],
  people: [`Bartolom ${word}`],
});

const send = (id: string, article: object | null, query = '') =>
  fetch(`${service.url}/v1/articles/${id}${query}`, {
    method: article ? 'PUT' : 'DELETE',
    headers: { 'content-type': 'application/json', 'api-key': service.key },
    ...(article ? { body: JSON.stringify(article) } : {}),
  }).then(async (response) => ({ status: response.status, body: await response.json() }));

const now = '?wait=searchable';
/** When embargoes of drafts end that are replaced before. */
let end = '';
/** When a text stood that was deleted later. */
let stood = '';
let reader = '';
let alert: z.infer<typeof savedAlert>;

beforeAll(async () => {
  service = await startSearchService({
    codes: ['en', 'und'],
    mounted,
    environment: { DATELINE_ALERTS_EVERY_MS: '300', DATELINE_TRUSTED_PROXIES: '1' },
  });
  worker = createWorker(service.services.config, silentLog());
  await worker.ready;
  reader = String((await make('/admin/keys', service.key, { name: 'r', scopes: ['read'] })).secret);
  alert = savedAlert.parse(await make('/v1/alerts', reader, { name: 'all', query: { q: 'grumfeld' } }));
  await send('case-open', textOf('harmless'), now);
  await send(deleted, textOf(withdrawn), now);
  await send(deleted, { ...textOf(withdrawn), title: 'Grumfeld again' }, now);
  await send('case-reborn', textOf(former), now);
  stood = new Date().toISOString();
  end = new Date(Date.now() + 15_000).toISOString();
  await send('case-extended', { ...textOf(extended), 'publish-at': end });
  await send('case-killed', { ...textOf(killed), 'publish-at': end });
  await send('case-replaced', { ...textOf(replaced), 'publish-at': end });
  await send('case-embargoed', { ...textOf(embargoed), 'publish-at': later });
  await send('case-extended', { ...textOf(extension), 'publish-at': later });
  await send('case-killed', null);
  await send('case-replaced', textOf('harmless'), now);
  if (Date.now() > Date.parse(end)) throw new Error('too slow: the drafts were published meanwhile');
  await send(deleted, null, now);
  await send('case-reborn', null, now);
  await send('case-reborn', textOf('harmless'), now);
  await new Promise((resolve) => setTimeout(resolve, Date.parse(end) - Date.now() + 1500));
}, 240_000);

afterAll(async () => {
  await worker?.close();
  await service?.stop();
}, 180_000);

const make = async (path: string, key: string, body: object): Promise<Record<string, unknown>> => {
  const headers = { 'content-type': 'application/json', 'api-key': key };
  const response = await fetch(`${service.url}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return z.record(z.string(), z.unknown()).parse(await response.json());
};

const visitsOf = (exported: string): readonly Visit[] => {
  const cases = [...hidden, deleted, 'case-reborn', 'case-replaced', 'case-open'];
  const people = secrets.map((word) => `name:bartolom ${word}`);
  return readingVisits({
    ids: { '/v1/articles': cases, '/articles': cases, '/v1/people': people, '/people': people },
    of: {
      q: ['grumfeld', 'Bartolom', 'grumfel'],
      'as-of': [end, stood, later],
      from: ['1', '2', '3'],
      to: ['1', '2', '3'],
      person: people.slice(0, 3),
      agency: secrets.slice(0, 3).map((word) => `Agency ${word}`),
      name: [...facetNames],
      format: formats.map(({ name }) => name),
      cursor: ['*'],
      'page-size': ['100'],
      sort: ['oldest'],
      collapse: ['story'],
      'from-date': ['2024-01-01'],
      token: [exported],
      value: ['bart'],
    },
  });
};

const counted = z.object({
  total: z.object({ count: z.number() }),
  facets: z.object({ person: z.object({ options: z.array(z.object({ value: z.string() })) }) }),
});
const bodyOf = async (path: string, key: string): Promise<string> =>
  (await fetch(`${service.url}${path}`, { headers: { 'api-key': key } })).text();

const AT_ONCE = 8;

/** What somebody without a right to it finds of the secrets. */
const findLeaks = async (visits: readonly Visit[], headers: Record<string, string>): Promise<string[]> => {
  const leaks: string[] = [];
  const left = visits.map(({ path }, n) => ({ path, n })).reverse();
  const walk = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) leaks.push(...(await leaksOf(next, headers)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return leaks;
};

const leaksOf = async (
  { path, n }: { readonly path: string; readonly n: number },
  headers: Record<string, string>,
): Promise<string[]> => {
  // Many readers, each in a network of their own: one alone would be limited before the walk ends.
  const address = `${11 + (n % 200)}.${n % 250}.113.7`;
  const response = await fetch(`${service.url}${path}`, {
    headers: { ...headers, 'x-forwarded-for': address },
  });
  const body = (await response.text()).toLowerCase();
  const asked = decodeURIComponent(path.replaceAll('+', ' ')).toLowerCase();
  // What the address says itself an answer may repeat.
  const told = [...secrets, ...hidden].filter((word) => body.includes(word) && !asked.includes(word));
  const named = hidden.find((id) => path.includes(id));
  const isFault = response.status >= 500 || response.status === 429 || (named && response.status < 400);
  return [
    ...(told.length > 0 ? [`${path} ${response.status}: ${told.join(', ')}`] : []),
    ...(isFault ? [`${path}: ${response.status}`] : []),
  ];
};

test('no route shows what was never public, or is withdrawn, to anybody without the right', async () => {
  const exported = (await fetch(`${service.url}/v1/export?q=grumfeld`)).headers.get('export-token') ?? '';
  const visits = visitsOf(exported);
  expect(new Set(visits.map(({ route }) => route)).size).toBeGreaterThan(20);
  expect(await findLeaks(visits, {})).toEqual([]);
  const matches = `/v1/alerts/${alert.id}/matches`;
  const feeds = Object.values(alert.feed).map((url) => new URL(url, service.url));
  const own = [
    `/v1/alerts/${alert.id}`,
    matches,
    ...feeds.map(({ pathname, search }) => `${pathname}${search}`),
  ].map((path) => ({ route: 'alerts', path }));
  await until(async () => (await bodyOf(matches, reader)).includes('case-open'));
  expect(await findLeaks([...visits, ...own], { 'api-key': reader })).toEqual([]);
}, 600_000);

test('a cursor that was opened before a deletion does not show what was deleted', async () => {
  const page = z.object({
    nextCursor: z.string().optional(),
    results: z.array(z.object({ id: z.string() })),
  });
  const read = async (cursor: string) =>
    page.parse(JSON.parse(await bodyOf(`/v1/articles?q=walkword&page-size=1&cursor=${cursor}`, reader)));
  for (const n of [1, 2, 3])
    await send(`walked-${n}`, { title: `Walkword ${n}`, body: 'A walk round the old harbour.' }, now);
  const first = await read('*');
  const left = ['walked-1', 'walked-2', 'walked-3'].filter((id) => id !== first.results[0]?.id);
  const gone = left[0] ?? '';
  await send(gone, null, now);
  const seen: string[] = [];
  for (let { nextCursor } = first; nextCursor !== undefined; ) {
    const next = await read(nextCursor);
    seen.push(...next.results.map(({ id }) => id));
    ({ nextCursor } = next);
  }
  expect(seen).toEqual(left.slice(1));
}, 180_000);

test('counts and suggestions know nothing of it either', async () => {
  const found = counted.parse(
    JSON.parse(await bodyOf('/v1/articles?q=grumfeld&facets=person,agency', service.key)),
  );
  expect(found.total.count).toBe(3);
  expect(found.facets.person.options.map(({ value }) => value).join()).not.toMatch(
    new RegExp(secrets.join('|')),
  );
});

test('what was deleted is gone for all but admins; what was killed before its time never was', async () => {
  const answers = async (id: string, headers: Record<string, string> = {}) =>
    Promise.all(
      [
        '',
        `?as-of=${later}`,
        `?as-of=${new Date().toISOString()}`,
        '/copies',
        '/versions',
        '/versions?from=1&to=2',
      ].map(async (rest) => (await fetch(`${service.url}/v1/articles/${id}${rest}`, { headers })).status),
    );
  const writer = String((await make('/admin/keys', service.key, { name: 'w', scopes: ['write'] })).secret);
  expect(await answers(deleted)).toEqual([410, 410, 410, 410, 410, 410]);
  expect(await answers(deleted, { 'api-key': writer })).toEqual([410, 410, 410, 410, 410, 410]);
  expect(await answers(deleted, { 'api-key': service.key })).toEqual([410, 410, 410, 410, 200, 200]);
  expect(await answers('case-killed')).toEqual([404, 404, 404, 404, 404, 404]);
  expect((await fetch(`${service.url}/articles/${deleted}`)).status).toBe(410);
  const reborn = `${service.url}/v1/articles/case-reborn`;
  expect(await (await fetch(`${reborn}/versions`)).json()).toMatchObject({ versions: [{ revision: 3 }] });
  expect((await fetch(`${reborn}?as-of=${stood}`)).status).toBe(410);
});

test('a draft that was replaced is no way back for a rejected revision', async () => {
  const soon = new Date(Date.now() + 8000).toISOString();
  await send('case-rejected', textOf('harmless'), now);
  await send('case-rejected', { ...textOf(replaced), 'publish-at': soon });
  const rejected = await fetch(`${service.url}/v1/articles/case-rejected?wait=searchable`, {
    method: 'PUT',
    headers: { 'content-type': 'application/pdf+xml', 'api-key': service.key },
    body: '<nothing/>',
  });
  expect(await rejected.json()).toMatchObject({ state: 'failed' });
  await new Promise((resolve) => setTimeout(resolve, Date.parse(soon) - Date.now() + 200));
  await fetch(`${service.url}/v1/failures/case-rejected/replay`, {
    method: 'POST',
    headers: { 'api-key': service.key },
  });
  await until(async () =>
    (await bodyOf('/v1/articles/case-rejected/status', service.key)).includes('"state":"failed"'),
  );
  const article = await (await fetch(`${service.url}/v1/articles/case-rejected`)).json();
  expect(JSON.stringify(article)).not.toContain(replaced);
}, 180_000);

test('lines may wait, too, until their articles are found, have failed, or ten seconds are over', async () => {
  const line = (id: string, more: object = {}) =>
    JSON.stringify({ id, ...textOf('harmless'), language: 'en', ...more });
  const answer = await fetch(`${service.url}/v1/articles${now}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', 'api-key': service.key },
    body: [
      line('line-1'),
      line('line-2'),
      '{"title":',
      line('line-2', { title: 'Its newer text' }),
      line('line-3', { date: 'once upon a time' }),
      line('line-4', { 'publish-at': later }),
    ].join('\n'),
  });
  const lines = (await answer.text())
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(lines.map(({ id, outcome, state }) => [id, outcome, state])).toEqual([
    ['line-1', 'accepted', 'searchable'],
    ['line-2', 'accepted', 'searchable'],
    [null, 'invalid', undefined],
    ['line-2', 'accepted', 'searchable'],
    ['line-3', 'accepted', 'failed'],
    ['line-4', 'accepted', 'waiting'],
  ]);
  expect(await (await fetch(`${service.url}/v1/articles/line-2`)).json()).toMatchObject({ revision: 2 });
  expect((await fetch(`${service.url}/v1/articles/line-4`)).status).toBe(404);
});
