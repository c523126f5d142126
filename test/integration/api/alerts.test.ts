import { fork, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { compileAgain } from '../../../api/alerts/keep-compiled.ts';
import { mounted } from '../../../api/mounted.ts';
import type { ArticleDocument } from '../../../domain/document.ts';
import { indexNames } from '../../../mappings/names.ts';
import { recordMatches } from '../../../platform/alerts/matches.ts';
import { noteReappeared } from '../../../platform/alerts/reappeared.ts';
import { startAlertRunner } from '../../support/alert-runner.ts';
import { documentOf } from '../../support/documents.ts';
import { checkAtom } from '../../support/feeds/atom.ts';
import { checkJsonFeed } from '../../support/feeds/jsonfeed.ts';
import { checkRss } from '../../support/feeds/rss.ts';
import { isSigned, type ReceivedCall, startReceiver } from '../../support/receiver.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';
import { until } from '../../support/until.ts';

let service: SearchService;
const running: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  service = await startSearchService({
    codes: ['en', 'ru'],
    mounted,
    environment: {
      DATELINE_ALLOWED_TARGETS: '127.0.0.1',
      DATELINE_ALERTS_EVERY_MS: '200',
      DATELINE_WEBHOOK_RETRY_MS: '200',
    },
  });
}, 120_000);

afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

afterAll(() => service?.stop(), 60_000);

const stopping = async <T extends { stop: () => Promise<void> }>(starting: Promise<T>): Promise<T> => {
  const one = await starting;
  running.push(one);
  return one;
};
const run = () => stopping(startAlertRunner(service.services.config));
const receive = (...given: Parameters<typeof startReceiver>) => stopping(startReceiver(...given));

const ask = async (method: string, path: string, body?: unknown, key = service.key) => {
  const response = await fetch(new URL(path, service.url), {
    method,
    headers: { 'api-key': key, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : null;
  return { status: response.status, text, json };
};

const alertShape = z.looseObject({
  id: z.string(),
  secret: z.string().optional(),
  description: z.string(),
  feed: z.object({ rss: z.string(), atom: z.string(), jsonfeed: z.string() }),
});
const save = async (query: object, webhook: string | null = null) => {
  const body = { name: 'Bridges', query, webhook: webhook === null ? null : { url: webhook } };
  const answer = await ask('POST', '/v1/alerts', body);
  expect(answer).toMatchObject({ status: 201 });
  return alertShape.parse(answer.json);
};
/** What the guide gives to receivers, run as it stands there: on the call, and on a forged one. */
const expectSnippetsToAgree = async (call: ReceivedCall, secret: string): Promise<void> => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/alerts.md'), 'utf8');
  const snippet = (language: string) => guide.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
  const given = JSON.stringify([secret, call.headers, call.body]);
  const judge = (command: string, args: string[], code: string): string =>
    spawnSync(command, args, { input: code, encoding: 'utf8' }).stdout.trim();
  const js = `${snippet('js')}
const [secret, headers, body] = ${given};
console.log([isGenuine(secret, headers, body), isGenuine(secret, headers, body + ' ')].join());`;
  expect(judge(process.execPath, ['--input-type=module', '-'], js)).toBe('true,false');
  // Said by the cookbook's test where it is absent.
  if (spawnSync('python3', ['--version']).status !== 0) return;
  const python = `${snippet('python')}
import json
secret, headers, body = json.loads(${JSON.stringify(given)})
print(is_genuine(secret, headers, body.encode()), is_genuine(secret, headers, body.encode() + b" "))`;
  expect(judge('python3', ['-'], python)).toBe('True False');
};

const matchShape = z.object({
  results: z.array(
    z.looseObject({
      article: z.string(),
      revision: z.number(),
      delivery: z.string(),
      state: z.string(),
      attempts: z.number(),
      reasons: z.array(z.object({ parameter: z.string(), value: z.string(), label: z.string() })),
    }),
  ),
});
const matchesOf = async (id: string) =>
  matchShape.parse((await ask('GET', `/v1/alerts/${id}/matches?page-size=100`)).json).results;
const feedShape = z.looseObject({
  items: z.array(z.looseObject({ id: z.string(), title: z.string(), content_text: z.string() })),
});
const feedOf = async (address: string) =>
  feedShape.parse(await (await fetch(new URL(address.replace(/^https?:\/\/[^/]+/, ''), service.url))).json())
    .items;

const arrive = (id: string, more: Partial<ArticleDocument> = {}) =>
  service.index([
    documentOf({ id, title: `A bridge for ${id}`, received: new Date().toISOString(), ...more }),
  ]);

describe('saving', () => {
  test('an alert is made, read, listed, changed and deleted; its secret is shown once', async () => {
    const made = await save({ q: 'bridge', agency: ['xinhua'] }, 'https://hooks.example/very-secret-path');
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(made.description).toContain('bridge');
    const read = await ask('GET', `/v1/alerts/${made.id}`);
    expect(read.text).not.toContain('whsec_');
    expect(read.text).not.toContain('very-secret-path');
    expect((await ask('GET', '/v1/alerts')).json).toMatchObject({ total: 1, results: [{ id: made.id }] });
    const bodiless = await ask('PATCH', `/v1/alerts/${made.id}`);
    expect([bodiless.status, bodiless.text]).toEqual([400, expect.stringContaining('body: is missing')]);
    const changed = await ask('PATCH', `/v1/alerts/${made.id}`, { active: false, secret: 'new' });
    expect(changed.json).toMatchObject({
      active: false,
      secret: expect.not.stringMatching(made.secret ?? ''),
    });
    expect(await ask('DELETE', `/v1/alerts/${made.id}`)).toMatchObject({ status: 204 });
    expect(await ask('GET', `/v1/alerts/${made.id}`)).toMatchObject({ status: 404 });
  });

  test('a search whose meaning has changed is compiled again, others are left alone', async () => {
    const { elasticsearch, config } = service.services;
    const index = indexNames(config.prefix).alerts;
    const made = await save({ q: 'bridge "old town" 王毅', agency: 'xinhua', 'from-date': '2020' });
    expect(await compileAgain(service.services)).toBe(0);
    const stored = await elasticsearch.get<{ value: { compiled: { reasons: object[] } } }>({
      index,
      id: made.id,
    });
    const value = stored._source?.value;
    const outdated = { ...value, compiled: { ...value?.compiled, reasons: [] } };
    await elasticsearch.index({
      index,
      id: made.id,
      document: { ...stored._source, value: outdated },
      refresh: true,
    });
    expect(await compileAgain(service.services)).toBe(1);
    expect(await compileAgain(service.services)).toBe(0);
    await ask('DELETE', `/v1/alerts/${made.id}`);
  });

  test('a search that is understood no more is shown as it was written, and spoils no list', async () => {
    const { elasticsearch, config } = service.services;
    const names = indexNames(config.prefix);
    const made = await save({ q: 'bridge' });
    const query = { q: ['(bridge'], 'no-such-filter': ['a', 'b'] };
    await elasticsearch.update({ index: names.alerts, id: made.id, doc: { query }, refresh: true });
    expect(await ask('GET', '/v1/alerts')).toMatchObject({
      status: 200,
      json: { results: [{ id: made.id, description: '(bridge · no-such-filter: a, b' }] },
    });
    expect(await feedOf(made.feed.jsonfeed)).toEqual([]);
    await ask('DELETE', `/v1/alerts/${made.id}`);
  });

  test('the last page of a feed links to none that would be refused', async () => {
    const { elasticsearch, config } = service.services;
    const { matches } = indexNames(config.prefix);
    const made = await save({ q: 'bridge' });
    const found = new Date().toISOString();
    const articles = Array.from({ length: 5001 }, (_, n) => `gone-${n}`);
    await recordMatches(
      elasticsearch,
      matches,
      articles.map((article) => ({
        ...{ alert: made.id, article, revision: 1, found, state: 'kept', due: null, attempts: 0 },
        ...{ why: { reasons: [] }, answer: null },
      })),
    );
    await elasticsearch.indices.refresh({ index: matches });
    const feed = new URL(made.feed.jsonfeed);
    const nextOf = async (page: number) =>
      z
        .object({ next_url: z.string().optional() })
        .parse((await ask('GET', `${feed.pathname}${feed.search}&page=${page}`)).json).next_url;
    expect(await nextOf(99)).toContain('page=100');
    expect(await nextOf(100)).toBeUndefined();
    await ask('DELETE', `/v1/alerts/${made.id}`);
  });

  test('what was done to alerts stands in the audit, for admins', async () => {
    const made = await save({ q: 'bridge' });
    await ask('DELETE', `/v1/alerts/${made.id}`);
    const read = () =>
      ask('GET', `/admin/audit?subject=${made.id}&since=${new Date(Date.now() - 60_000).toISOString()}`);
    await until(async () => (await read()).text.includes('delete-alert'));
    expect((await read()).json).toMatchObject({
      total: 2,
      results: [
        { action: 'delete-alert', key: 'development', subject: [made.id] },
        { action: 'create-alert', key: 'development' },
      ],
    });
    expect(await ask('GET', '/admin/audit?since=yesterday')).toMatchObject({
      status: 400,
      json: { parameter: 'since' },
    });
    expect(await ask('GET', '/admin/audit', undefined, '')).toMatchObject({ status: 401 });
  });

  test.each([
    ['no query', { name: 'x', query: {} }, 'query'],
    ['an empty query', { name: 'x', query: { q: '', lang: [], translate: 'all' } }, 'query'],
    ['an unknown parameter', { name: 'x', query: { q: 'a', sort: 'newest' } }, 'sort'],
    ['a broken query', { name: 'x', query: { q: '(bridge' } }, 'q'],
    ['no name', { name: ' ', query: { q: 'a' } }, 'name'],
    [
      'metadata of a cloud',
      { name: 'x', query: { q: 'a' }, webhook: { url: 'http://169.254.169.254/latest' } },
      'webhook.url',
    ],
    [
      'a private address',
      { name: 'x', query: { q: 'a' }, webhook: { url: 'http://[fd00::1]/' } },
      'webhook.url',
    ],
    [
      'another scheme',
      { name: 'x', query: { q: 'a' }, webhook: { url: 'file:///etc/passwd' } },
      'webhook.url',
    ],
    [
      'a port of a service',
      { name: 'x', query: { q: 'a' }, webhook: { url: 'https://hooks.example:6379/' } },
      'webhook.url',
    ],
  ])('%s is refused, and named', async (_what, body, parameter) => {
    expect(await ask('POST', '/v1/alerts', body)).toMatchObject({ status: 400, json: { parameter } });
  });

  test('without a key, and to another key, an alert is not there', async () => {
    const made = await save({ q: 'bridge' });
    const other = await ask('POST', '/admin/keys', { name: 'other', scopes: ['read'] });
    const page = await ask('POST', '/admin/keys', {
      name: 'page',
      scopes: ['read'],
      origins: ['https://site.example'],
    });
    const secret = z.object({ secret: z.string() });
    expect(await ask('GET', `/v1/alerts/${made.id}`, undefined, '')).toMatchObject({ status: 401 });
    const otherKey = secret.parse(other.json).secret;
    expect(await ask('GET', `/v1/alerts/${made.id}`, undefined, otherKey)).toMatchObject({ status: 404 });
    expect((await ask('GET', '/v1/alerts', undefined, otherKey)).json).toMatchObject({ total: 0 });
    expect(await ask('GET', '/v1/alerts?all=true', undefined, otherKey)).toMatchObject({ status: 403 });
    expect(
      await ask('POST', '/v1/alerts', { name: 'x', query: { q: 'a' } }, secret.parse(page.json).secret),
    ).toMatchObject({ status: 401 });
    await ask('DELETE', `/v1/alerts/${made.id}`);
  });

  test('a preview tells what last week would have found, and why', async () => {
    const old = new Date(Date.now() - 8 * 86_400_000).toISOString();
    await arrive('preview-new', { title: 'A viaduct', agency: ['xinhua'], body: 'It spans the river.' });
    await arrive('preview-old', { title: 'A viaduct', received: old });
    const { status, json } = await ask('POST', '/v1/alerts/preview', {
      query: { q: 'viaduct -collapse river', agency: 'xinhua' },
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      total: 1,
      results: [
        {
          id: 'preview-new',
          reasons: [
            { parameter: 'q', value: 'viaduct' },
            { parameter: 'q', value: 'river' },
            { parameter: 'agency', value: 'xinhua', label: 'Xinhua' },
          ],
        },
      ],
    });
  });
});

describe('running', () => {
  test('what comes in is delivered once, signed, with why, and stands in the feed', async () => {
    const receiver = await receive();
    await run();
    const alert = await save({ q: 'bridge' }, receiver.url);
    await arrive('first');
    await arrive('elsewhere', { title: 'A tunnel' });
    await until(() => receiver.calls.length > 0);
    // Several runs more, each of which looks five minutes back.
    const looked = async () =>
      z.object({ looked: z.string() }).parse((await ask('GET', `/v1/alerts/${alert.id}`)).json).looked;
    const before = await looked();
    await until(async () => Date.parse(await looked()) > Date.parse(before) + 500);
    expect(receiver.calls.map(({ article }) => article)).toEqual(['first']);
    const [call] = receiver.calls;
    expect(call && isSigned(call, alert.secret ?? '')).toBe(true);
    expect(call && isSigned({ ...call, body: `${call.body} ` }, alert.secret ?? '')).toBe(false);
    if (call) await expectSnippetsToAgree(call, alert.secret ?? '');
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      type: 'article.matched',
      data: {
        delivery: call?.id,
        alert: { id: alert.id, name: 'Bridges' },
        article: { id: 'first', title: 'A bridge for first', api: `${service.url}/v1/articles/first` },
        why: [{ parameter: 'q', value: 'bridge', label: 'bridge' }],
        excerpts: { title: ['A <mark>bridge</mark> for first'] },
      },
    });
    const feed = await feedOf(alert.feed.jsonfeed);
    expect(feed).toMatchObject([{ title: 'A bridge for first', content_text: 'A text.\n\nbridge' }]);
    expect(await matchesOf(alert.id)).toMatchObject([
      { article: 'first', state: 'delivered', attempts: 1, delivery: call?.id },
    ]);
    for (const [address, check] of [
      [alert.feed.rss, checkRss],
      [alert.feed.atom, checkAtom],
      [alert.feed.jsonfeed, checkJsonFeed],
    ] as const)
      expect(check(await (await fetch(address)).text())).toMatchObject({
        faults: [],
        titles: ['A bridge for first'],
      });
    // A new revision is news, but one entry of the feed.
    await arrive('first', { title: 'A bridge for first, corrected', revision: 2 });
    await until(() => receiver.calls.length > 1);
    expect(receiver.calls[1]?.id).not.toBe(call?.id);
    expect(await feedOf(alert.feed.jsonfeed)).toMatchObject([{ title: 'A bridge for first, corrected' }]);
    await ask('DELETE', `/v1/alerts/${alert.id}`);
  });

  test('with translations, what another language says is delivered and stands in the feed', async () => {
    const receiver = await receive();
    await run();
    const alert = await save({ q: 'bridge', translate: 'ru' }, receiver.url);
    expect(alert.description).toBe('about bridge, with translations into Russian');
    const russian = { language: 'ru', body: 'Открыт новый мост.', lead: 'Открыт новый мост.' };
    await arrive('most', { ...russian, title: 'Мосты города' });
    await arrive('tunnel', {
      ...russian,
      title: 'Туннель',
      body: 'Открыт туннель.',
      lead: 'Открыт туннель.',
    });
    await arrive('english');
    await until(() => receiver.calls.length > 1);
    const data = (id: string) =>
      JSON.parse(receiver.calls.find(({ article }) => article === id)?.body ?? '{}').data;
    expect(receiver.calls.map(({ article }) => article).sort()).toEqual(['english', 'most']);
    expect(data('most')).toMatchObject({
      why: [{ parameter: 'translate', value: 'ru', label: 'with translations into Russian' }],
      excerpts: { title: ['<mark>Мосты</mark> города'] },
    });
    expect(data('english')).toMatchObject({ why: [{ parameter: 'q', value: 'bridge', label: 'bridge' }] });
    const titles = (await feedOf(alert.feed.jsonfeed)).map(({ title }) => title).sort();
    expect(titles).toEqual(['A bridge for english', 'Мосты города']);
    const preview = await ask('GET', `/v1/alerts/${alert.id}/preview`);
    const named = (id: string) => expect.objectContaining({ id });
    expect(preview.json).toMatchObject({
      results: expect.arrayContaining([named('english'), named('most')]),
    });
    expect(preview.json).not.toMatchObject({ results: expect.arrayContaining([named('tunnel')]) });
    await ask('DELETE', `/v1/alerts/${alert.id}`);
  });

  test('a receiver that fails is called again, with the same delivery id; one that says 410 is not', async () => {
    const receiver = await receive((call, n, response) => {
      if (call.article === 'unwanted') response.writeHead(410).end();
      else if (n === 1) response.writeHead(500).end('no');
      else if (n === 2) response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      else response.writeHead(200).end('thanks');
    });
    await run();
    const alert = await save({ q: 'bridge' }, receiver.url);
    await arrive('stubborn');
    await until(async () => (await matchesOf(alert.id))[0]?.state === 'delivered');
    expect(new Set(receiver.calls.map(({ id }) => id)).size).toBe(1);
    expect(await matchesOf(alert.id)).toMatchObject([{ state: 'delivered', attempts: 3 }]);
    await arrive('unwanted');
    await until(async () => (await matchesOf(alert.id)).some(({ state }) => state === 'given-up'));
    expect(await ask('POST', `/v1/alerts/${alert.id}/redeliver`)).toMatchObject({
      status: 202,
      json: { waiting: 1 },
    });
    await until(() => receiver.calls.filter(({ article }) => article === 'unwanted').length === 2);
    await ask('DELETE', `/v1/alerts/${alert.id}`);
  });

  test('a worker that dies between call and record leaves the call to the next, under the same id', async () => {
    const { config } = service.services;
    const worker = fork(join(import.meta.dirname, '../../support/alert-runner-process.ts'), {
      env: { ...process.env, ...service.environment, DATELINE_LOCK_MS: '1000' },
    });
    const receiver = await receive((_call, n, response) => {
      if (n === 1) worker.kill('SIGKILL');
      else response.writeHead(200).end();
    });
    const alert = await save({ q: 'bridge' }, receiver.url);
    await arrive('orphaned');
    await new Promise((resolve) => worker.once('exit', resolve));
    await until(async () => (await matchesOf(alert.id))[0]?.attempts === 1);
    expect(await matchesOf(alert.id)).toMatchObject([{ state: 'waiting' }]);
    await stopping(startAlertRunner({ ...config, worker: { ...config.worker, lockMs: 1000 } }));
    await until(async () => (await matchesOf(alert.id))[0]?.state === 'delivered');
    expect(receiver.calls.map(({ id }) => id)).toEqual([receiver.calls[0]?.id, receiver.calls[0]?.id]);
    await ask('DELETE', `/v1/alerts/${alert.id}`);
  });

  test('what is indexed late is found: within five minutes, after a backlog, after a failure', async () => {
    const { elasticsearch, config } = service.services;
    const names = indexNames(config.prefix);
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const alert = await save({ q: 'tardy' });
    await elasticsearch.update({
      index: names.alerts,
      id: alert.id,
      doc: { created: ago(60) },
      refresh: true,
    });
    const backlog = { id: 'slow', revision: 1, bytes: 1, queue: 'bulk', since: ago(20) };
    await elasticsearch.index({ index: names.pending, id: 'slow', document: backlog, refresh: true });
    await run();
    await until(
      async () =>
        Date.parse(
          String((await ask('GET', `/v1/alerts/${alert.id}`)).text.match(/"looked":"([^"]+)/)?.[1]),
        ) <
        Date.now() - 600_000,
    );
    await arrive('delayed', { title: 'Tardy: delayed', received: ago(4) });
    await arrive('slow', { title: 'Tardy: slow', received: ago(20) });
    await elasticsearch.delete({ index: names.pending, id: 'slow', refresh: true });
    await until(async () => (await matchesOf(alert.id)).length >= 2);
    await noteReappeared(elasticsearch, names.state, 'replayed', new Date());
    await arrive('replayed', { title: 'Tardy: replayed', received: ago(50) });
    await until(async () => (await matchesOf(alert.id)).length >= 3);
    expect((await matchesOf(alert.id)).map(({ article }) => article).sort()).toEqual([
      'delayed',
      'replayed',
      'slow',
    ]);
    // Gone from the index, gone from the feed.
    await elasticsearch.index({
      index: names.articlesOf('en'),
      id: 'slow',
      document: documentOf({ id: 'slow', gone: true }),
      refresh: true,
    });
    expect((await feedOf(alert.feed.jsonfeed)).map(({ title }) => title).sort()).toEqual([
      'Tardy: delayed',
      'Tardy: replayed',
    ]);
    await ask('DELETE', `/v1/alerts/${alert.id}`);
  });

  test('alerts of a revoked key rest, and their feeds are gone', async () => {
    const made = z
      .object({ id: z.string(), secret: z.string() })
      .parse((await ask('POST', '/admin/keys', { name: 'desk', scopes: ['read'] })).json);
    const saved = alertShape.parse(
      (await ask('POST', '/v1/alerts', { name: 'x', query: { q: 'bridge' } }, made.secret)).json,
    );
    expect(await feedOf(saved.feed.jsonfeed)).toEqual([]);
    const wrong = new URL(saved.feed.atom);
    wrong.searchParams.set('token', 'x'.repeat(22));
    expect((await fetch(new URL(wrong.pathname + wrong.search, service.url))).status).toBe(404);
    await ask('DELETE', `/admin/keys/${made.id}`);
    const feed = new URL(saved.feed.atom);
    expect((await fetch(new URL(feed.pathname + feed.search, service.url))).status).toBe(410);
    await run();
    await arrive('unheard');
    const watching = await save({ q: 'bridge' });
    await arrive('heard');
    await until(async () => (await matchesOf(watching.id)).length > 0);
    expect(await matchesOf(saved.id)).toEqual([]);
  });
});
