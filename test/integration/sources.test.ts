import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eraseArticle } from '../../platform/articles/purge.ts';
import { silentLog } from '../../platform/log.ts';
import { createEntryStore, type EntryStore } from '../../platform/sources/entries.ts';
import {
  type EntryRecord,
  newSource,
  type SourceMode,
  type SourceRecord,
} from '../../platform/sources/records.ts';
import { createSourceStore, type SourceStore } from '../../platform/sources/store.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';
import { answer, feedAnswer, newsPage, rss, type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';

let installation: Installation;
let worker: RunningWorker;
let sources: SourceStore;
let entries: EntryStore;
const sites: Site[] = [];

beforeAll(async () => {
  installation = await openInstallation(
    testConfig({
      DATELINE_SOURCES_EVERY_MS: '200',
      DATELINE_SOURCES_LEAST_MS: '300',
      DATELINE_SOURCES_DELAY_MS: '0',
      DATELINE_ALLOWED_TARGETS: '127.0.0.1',
    }),
  );
  sources = createSourceStore(installation.client, installation.names.sources);
  entries = createEntryStore(installation.client, installation.names);
  worker = createWorker(installation.config, silentLog());
  await worker.ready;
}, 120_000);

afterAll(async () => {
  await worker?.close();
  await installation?.erase();
  for (const site of sites) await site.stop();
}, 120_000);

/** Each test has a site of its own: rules and pauses are kept by host. */
const openSite = async (): Promise<Site> => {
  const site = await startSite();
  sites.push(site);
  return site;
};

const add = async (url: string, mode: SourceMode = 'pages'): Promise<string> => {
  const source = newSource(url, mode, new Date());
  expect(await sources.create(source)).toBe(true);
  return source.id;
};

const read = async (id: string): Promise<SourceRecord> => {
  const source = await sources.get(id);
  if (!source) throw new Error(`no source ${id}`);
  return source;
};

const polled = (id: string, times = 1): Promise<void> => {
  let last: string | null = null;
  let seen = 0;
  return until(async () => {
    const { polled: now } = (await read(id)).value;
    if (now !== last) seen += 1;
    last = now;
    return seen >= times && now !== null;
  });
};

const pollNow = (id: string) =>
  sources.change(id, (source) => ({ ...source, due: new Date().toISOString() }));

const countsOf = async (id: string) => {
  await entries.refresh();
  return (await entries.countsOf([id])).get(id);
};

const allTaken = (id: string, limitMs = 60_000): Promise<void> =>
  until(async () => {
    const { polled: at } = (await read(id)).value;
    return at !== null && (await countsOf(id))?.waiting === 0;
  }, limitMs);

const titlesOf = async (start: string): Promise<readonly string[]> => {
  await installation.settled(120_000);
  const { hits } = await installation.client.search<{ url: string; title: string }>({
    index: installation.names.articles,
    size: 5000,
    query: { prefix: { url: start } },
  });
  return hits.hits.map(({ _source }) => _source?.title ?? '').sort();
};

const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);

test('a thousand entries: each page is asked for once, and a feed that has not changed costs a 304', async () => {
  const site = await openSite();
  const items = Array.from({ length: 1000 }, (_, n) => ({
    path: `/news/${n}`,
    title: `Harbour ${n}`,
    at: minutesAgo(n * 10),
  }));
  const served = items.slice(0, 50);
  for (const { path, title } of served) site.serve(path, newsPage(title));
  site.serve('/feed', feedAnswer(rss(site.origin, items), '"one"'));
  const id = await add(`${site.origin}/feed`);
  await allTaken(id, 240_000);
  expect(await countsOf(id)).toEqual({ waiting: 0, taken: 1000, refused: 0 });
  expect(await titlesOf(`${site.origin}/news/`)).toEqual(items.map(({ title }) => title).sort());
  expect(items.filter(({ path }) => site.timesAsked(path) !== 1)).toEqual([]);

  await pollNow(id);
  await until(() => site.asked.some(({ headers }) => headers['if-none-match'] === '"one"'));
  // The answer is stored a moment after it was served.
  await until(async () => Date.parse((await read(id)).due) - Date.now() > 200_000);
  const { value } = await read(id);
  // It publishes every ten minutes: asked twice as often.
  expect(value).toMatchObject({ gapMs: 600_000, intervalMs: 300_000, entries: 1000, failures: 0 });
  expect(site.asked.every(({ headers }) => headers['user-agent']?.startsWith('Dateline'))).toBe(true);
  expect(site.timesAsked('/robots.txt')).toBe(1);
}, 400_000);

test('a changed entry is fetched again, the others are not', async () => {
  const site = await openSite();
  const first = { path: '/a', title: 'Bridge A', at: minutesAgo(60) };
  const second = { path: '/b', title: 'Bridge B', at: minutesAgo(30) };
  for (const { path, title } of [first, second]) site.serve(path, newsPage(title));
  site.serve('/feed', answer(200, { 'content-type': 'text/xml' }, rss(site.origin, [first, second])));
  const id = await add(`${site.origin}/feed`);
  await allTaken(id);
  const corrected = { ...second, title: 'Bridge B, corrected', at: minutesAgo(1) };
  site.serve('/b', newsPage(corrected.title));
  site.serve('/feed', answer(200, { 'content-type': 'text/xml' }, rss(site.origin, [corrected, first])));
  await pollNow(id);
  await until(() => site.timesAsked('/b') === 2);
  await allTaken(id);
  expect(await titlesOf(`${site.origin}/`)).toEqual(['Bridge A', 'Bridge B, corrected']);
  expect(site.timesAsked('/a')).toBe(1);
}, 120_000);

test('a source that fails is asked less and less, and as usual once it answers again', async () => {
  const site = await openSite();
  site.serve('/feed', answer(500, {}));
  const id = await add(`${site.origin}/feed`);
  await until(async () => (await read(id)).value.failures >= 3);
  const failing = await read(id);
  expect(failing.value).toMatchObject({ reason: 'HTTP 500', answered: null });
  const times = site.asked.filter(({ path }) => path === '/feed').map(({ at }) => at);
  expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(1000);
  site.serve('/feed', answer(200, { 'content-type': 'application/feed+json' }, jsonFeed(site.origin)));
  await until(async () => (await read(id)).value.failures === 0);
  expect((await read(id)).value.answered).not.toBeNull();

  site.serve('/feed', answer(503, { 'retry-after': '3600' }));
  await pollNow(id);
  await until(async () => (await read(id)).value.failures === 1);
  expect(Date.parse((await read(id)).due) - Date.now()).toBeGreaterThan(3_500_000);
}, 120_000);

const jsonFeed = (origin: string): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Gazette',
    items: [{ id: '1', url: `${origin}/none`, title: 'Ferry', content_text: 'The ferry sailed at noon.' }],
  });

test('a 304 after a failure leaves no reason of that failure', async () => {
  const site = await openSite();
  const feed = feedAnswer(rss(site.origin, []), '"one"');
  site.serve('/feed', feed);
  const id = await add(`${site.origin}/feed`);
  await until(async () => (await read(id)).value.etag === '"one"');
  site.serve('/feed', answer(500, {}));
  await pollNow(id);
  await until(async () => (await read(id)).value.reason === 'HTTP 500');
  site.serve('/feed', feed);
  await pollNow(id);
  await until(async () => (await read(id)).value.failures === 0);
  expect(site.asked.at(-1)?.headers['if-none-match']).toBe('"one"');
  expect((await read(id)).value.reason).toBeNull();
}, 60_000);

test('what cannot be a source says why, and the host that says "gone" is asked no more', async () => {
  const site = await openSite();
  site.serve('/gone', answer(410, {}));
  site.serve('/page', newsPage('No feed'));
  site.serve('/private', answer(302, { location: 'http://169.254.169.254/latest/meta-data/' }));
  site.serve(
    '/bomb',
    answer(200, { 'content-type': 'text/xml' }, '<!DOCTYPE x [<!ENTITY a "b">]><rss>&a;</rss>'),
  );
  site.serve('/endless', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).write('<rss><channel>');
    const more = (): void => {
      while (
        !response.destroyed &&
        response.write('<item><title>again and again</title></item>'.repeat(1000))
      );
    };
    response.on('drain', more);
    more();
  });
  const wanted: Readonly<Record<string, string>> = {
    '/gone': 'gone',
    '/page': 'neither a feed nor a sitemap',
    '/private': 'is not a public address',
    '/endless': 'too-large',
    '/none': 'HTTP 404',
  };
  for (const [path, reason] of Object.entries(wanted)) {
    const id = await add(`${site.origin}${path}`);
    await polled(id);
    const { active, value } = await read(id);
    expect(value.reason).toContain(reason);
    expect(value.failures).toBeGreaterThan(0);
    expect(active).toBe(path !== '/gone');
  }
  const bomb = await add(`${site.origin}/bomb`);
  await polled(bomb);
  expect((await read(bomb)).value).toMatchObject({ entries: 0 });
}, 120_000);

test('robots.txt is obeyed: a page that it disallows is not fetched, the entry stands for it', async () => {
  const site = await openSite();
  site.serve('/robots.txt', answer(200, {}, 'User-agent: Dateline\nDisallow: /closed/\nCrawl-delay: 1\n'));
  site.serve('/open/1', newsPage('Open page'));
  site.serve('/closed/1', newsPage('Closed page'));
  site.serve('/moved', answer(301, { location: '/closed/1' }));
  const items = [
    { path: '/open/1', title: 'Open page', at: minutesAgo(1) },
    { path: '/closed/1', title: 'Closed page', at: minutesAgo(2) },
    { path: '/moved', title: 'Moved page', at: minutesAgo(3) },
  ];
  site.serve('/feed', answer(200, { 'content-type': 'application/rss+xml' }, rss(site.origin, items)));
  const id = await add(`${site.origin}/feed`);
  await allTaken(id);
  expect(site.timesAsked('/closed/1')).toBe(0);
  expect(await titlesOf(site.origin)).toEqual(['Closed page', 'Moved page', 'Open page']);
  const times = site.asked.filter(({ path }) => path !== '/robots.txt').map(({ at }) => at);
  const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);

  const closed = await add(`${site.origin}/closed/feed`);
  await polled(closed);
  expect((await read(closed)).value.reason).toContain('disallowed by robots.txt');
  expect(site.timesAsked('/closed/feed')).toBe(0);

  const broken = await openSite();
  broken.serve('/robots.txt', answer(503, {}));
  const unknown = await add(`${broken.origin}/feed`);
  await polled(unknown);
  expect((await read(unknown)).value.reason).toContain('robots.txt cannot be read: HTTP 503');
  expect(broken.timesAsked('/feed')).toBe(0);
}, 120_000);

test('news sitemaps are read; a page that cannot be had now is tried again, one that is gone is refused', async () => {
  const site = await openSite();
  const page = (path: string, title: string): string =>
    `<url><loc>${site.origin}${path}</loc><news:news><news:publication><news:name>Gazette</news:name>` +
    `<news:language>en</news:language></news:publication><news:publication_date>2024-03-05T10:00:00+02:00` +
    `</news:publication_date><news:title>${title}</news:title></news:news></url>`;
  let tries = 0;
  site.serve('/late', (request, response) => {
    tries += 1;
    if (tries < 3) response.writeHead(500).end();
    else newsPage('Late page')(request, response);
  });
  site.serve(
    '/sitemap.xml',
    answer(
      200,
      { 'content-type': 'application/xml' },
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${page('/late', 'Late page')}${page('/away', 'Away')}</urlset>`,
    ),
  );
  const id = await add(`${site.origin}/sitemap.xml`);
  await allTaken(id);
  expect(await countsOf(id)).toEqual({ waiting: 0, taken: 1, refused: 1 });
  expect(await titlesOf(site.origin)).toEqual(['Late page']);
  const { hits } = await installation.client.search<{ date: string }>({
    index: installation.names.articles,
    query: { prefix: { url: `${site.origin}/late` } },
  });
  expect(hits.hits.map(({ _source }) => _source?.date)).toEqual(['2024-03-05']);
}, 120_000);

test('of an index of sitemaps the newest are read; one that cannot be had is named and does not stop the others', async () => {
  const site = await openSite();
  const urls = (path: string): string => `<urlset><url><loc>${site.origin}${path}</loc></url></urlset>`;
  const listed = ['old', 'a', 'b', 'gone', 'c', 'new'].map((name, n) => {
    if (name !== 'gone') {
      site.serve(`/${name}.xml`, answer(200, {}, urls(`/page-${name}`)));
      site.serve(`/page-${name}`, newsPage(`Bridge ${name}`));
    }
    return `<sitemap><loc>${site.origin}/${name}.xml</loc><lastmod>2024-03-0${n + 1}</lastmod></sitemap>`;
  });
  site.serve('/index.xml', answer(200, {}, `<sitemapindex>${listed.join('')}</sitemapindex>`));
  const id = await add(`${site.origin}/index.xml`);
  await until(async () => {
    const { value } = await read(id);
    return value.listed !== null && value.parts.length === 0;
  });
  await allTaken(id);
  expect(await countsOf(id)).toEqual({ waiting: 0, taken: 4, refused: 0 });
  expect(await titlesOf(site.origin)).toEqual(['Bridge a', 'Bridge b', 'Bridge c', 'Bridge new']);
  expect(site.timesAsked('/old.xml')).toBe(0);

  // None has changed since: only the index is asked for again.
  await pollNow(id);
  await until(() => site.timesAsked('/index.xml') === 2);
  await until(async () => Date.parse((await read(id)).due) > Date.now());
  expect(site.timesAsked('/new.xml')).toBe(1);
  expect((await read(id)).value.failures).toBe(0);
}, 120_000);

test('of a source of whole entries no page is fetched; a paused one is not asked, a removed one forgotten', async () => {
  const site = await openSite();
  const item = { path: '/x', title: 'Whole entry', at: minutesAgo(5) };
  site.serve('/feed', answer(200, { 'content-type': 'application/rss+xml' }, rss(site.origin, [item])));
  const id = await add(`${site.origin}/feed`, 'entries');
  await allTaken(id);
  expect(site.timesAsked('/x')).toBe(0);
  expect(await titlesOf(site.origin)).toEqual(['Whole entry']);
  await sources.change(id, (source) => ({ ...source, active: false, due: new Date().toISOString() }));
  const times = site.timesAsked('/feed');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(site.timesAsked('/feed')).toBe(times);
  expect(await sources.remove(id)).toBe(true);
  await entries.forget(id);
  expect(await countsOf(id)).toEqual({ waiting: 0, taken: 0, refused: 0 });
  expect(await titlesOf(site.origin)).toEqual(['Whole entry']);
}, 120_000);

const sendAndPurge = async (id: string): Promise<void> => {
  await installation.acceptor.accept([submission(id, { title: 'Sent' })], 'live');
  await installation.acceptor.accept([{ id, input: null, bytes: 0, purge: true }], 'live');
  await eraseArticle(installation, id, new Date());
};

/** Entries of a source as they are stored. */
const stored = async (source: string): Promise<readonly EntryRecord[]> => {
  await entries.refresh();
  const { client, names } = installation;
  const answer = await client.search<EntryRecord>({ index: names.entries, query: { term: { source } } });
  return answer.hits.hits.flatMap(({ _source }) => _source ?? []);
};

test('a purge holds for an entry whose page is being fetched, and for what its feed announces afterwards', async () => {
  const site = await openSite();
  const items = ['/slow', '/after'].map((path, n) => ({
    path,
    title: `Secret ${path}`,
    at: minutesAgo(5 - n),
  }));
  const waiting: (() => void)[] = [];
  site.serve('/slow', (_request, response) => {
    waiting.push(() => response.writeHead(500, { 'retry-after': '600' }).end());
  });
  site.serve('/after', newsPage('After'));
  site.serve('/feed', answer(200, { 'content-type': 'text/xml' }, rss(site.origin, items)));
  const id = await add(`${site.origin}/feed`);
  await until(() => waiting.length > 0);
  const slow = (await stored(id)).find(({ entry }) => entry?.said.url?.endsWith('/slow'));
  if (!slow) throw new Error('no entry');
  await sendAndPurge(slow.article);
  for (const answerNow of waiting) answerNow();
  // Entries of a host are settled in order.
  await until(async () => (await countsOf(id))?.taken === 1);
  const refused = { state: 'refused', reason: 'it was purged', entry: null };
  const find = async () => (await stored(id)).find(({ article }) => article === slow.article);
  expect(await find()).toMatchObject(refused);

  await entries.announce([{ ...slow, sign: 'changed' }]);
  expect(await find()).toMatchObject({ ...refused, sign: 'changed' });
  const racing = Array.from({ length: 20 }, (_, n) => ({
    ...slow,
    article: 'purged:later',
    source: `src_${n}`,
  }));
  await Promise.all([sendAndPurge('purged:later'), ...racing.map((one) => entries.announce([one]))]);
  const kept = (await Promise.all(racing.map(({ source }) => stored(source)))).flat();
  expect(kept.filter(({ entry }) => entry !== null)).toEqual([]);
  expect(kept).toHaveLength(20);
}, 120_000);

const run = async (...args: string[]): Promise<{ code: number | null; lines: readonly unknown[] }> => {
  const cli = join(import.meta.dirname, '../../scripts/cli.ts');
  const { config } = installation;
  const child = spawn(process.execPath, [cli, 'sources', ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      DATELINE_PREFIX: config.prefix,
      DATELINE_ALLOWED_TARGETS: '127.0.0.1',
      ELASTICSEARCH_URL: config.elasticsearch.urls[0],
      REDIS_URL: config.redis.url,
    },
  });
  const output = text(child.stdout);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, lines: (await output).split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line))) };
};

test('the command adds, shows, pauses and removes, and its exit code tells how the poll went', async () => {
  const site = await openSite();
  const item = { path: '/y', title: 'By command', at: minutesAgo(5) };
  site.serve('/y', newsPage('By command'));
  site.serve('/feed', answer(200, { 'content-type': 'application/rss+xml' }, rss(site.origin, [item])));
  const url = `${site.origin}/feed`;
  expect(await run('add', url)).toMatchObject({ code: 0, lines: [{ url, state: 'ok', mode: 'pages' }] });
  expect(await run('add', `${site.origin}/none`)).toMatchObject({
    code: 1,
    lines: [{ state: 'failing', reason: 'HTTP 404' }],
  });
  expect((await run('add', 'http://10.0.0.1/feed')).code).toBe(2);
  expect((await run('poll', url, '--wait', 'soon')).code).toBe(2);
  expect(await run('pause', url)).toMatchObject({ code: 0, lines: [{ state: 'paused', due: null }] });
  expect((await run('list')).lines).toEqual(
    expect.arrayContaining([expect.objectContaining({ url, state: 'paused' })]),
  );
  const audited = await installation.client.search({
    index: installation.names.audit,
    query: { term: { action: 'add-source' } },
  });
  expect(audited.hits.hits.length).toBeGreaterThanOrEqual(2);
}, 240_000);
