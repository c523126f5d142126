import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readyMadeType } from '../../chain/ready-made.ts';
import type { ArticleDocument } from '../../domain/document.ts';
import { toTombstone } from '../../domain/document.ts';
import { silentLog } from '../../platform/log.ts';
import { appendToPeopleLog, followEveryMs } from '../../platform/people-log.ts';
import { type CommandStore, openStore } from '../../scripts/open-store.ts';
import { buildPeopleTable } from '../../scripts/people/build.ts';
import { reindex } from '../../scripts/reindex/start.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

let folder: string;
let site: Installation;
let worker: RunningWorker;
let store: CommandStore;

const languages = ['en', 'ru'];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-from-raw-'));
  const [file, table] = [join(folder, 'people.ndjson'), join(folder, 'people.table')];
  const person = { id: 'Q900000009', labels: { en: 'Quentin Tablewood' }, country: 'NZ' };
  await writeFile(file, `${JSON.stringify(person)}\n`);
  await buildPeopleTable(table, [file]);
  site = await openInstallation(testConfig({ DATELINE_PEOPLE_TABLE: table }));
  store = openStore(site.config);
  await edit(1, { action: 'merge', from: 'name:zebulon harrington', into: 'Q900000009' });
  worker = createWorker(site.config, silentLog());
  await worker.ready;
  await edit(2, {
    action: 'split',
    id: 'dl:sergei-lavrov',
    to: 'dl:another-lavrov',
    names: ['Sergej Lawrow'],
  });
  await edit(3, { action: 'merge', from: 'dl:wang-yi', into: 'Q900000009' });
  await pause(3 * followEveryMs);
}, 240_000);

afterAll(async () => {
  await worker.close();
  await store.close();
  await site.erase();
  await rm(folder, { recursive: true });
});

const edit = (number: number, value: object) =>
  appendToPeopleLog(site.client, site.names.state, {
    number,
    at: new Date().toISOString(),
    owner: 'test',
    value,
  });

const english = (name: string) => ({
  title: `Harbour talks of ${name}`,
  body: `Foreign Minister ${name} met reporters on Tuesday. “The harbour is open,” ${name} said.`,
  language: 'en',
});
const russian = {
  title: 'Министр в порту',
  body: 'Министр приехал во вторник в порт и осмотрел новый причал.',
  language: 'ru',
};
const wire =
  'The new bridge over the river was opened to traffic on Tuesday after three years of building work.\nThe city expects some twenty thousand vehicles to cross it every day, the mayor said at the opening.\nPedestrians and cyclists have a lane of their own that is kept apart from the road by a railing.';
const page = (text: string) => ({
  contentType: 'text/html',
  charset: null,
  content: `<html><head><title>Bridge</title></head><body><nav>Home</nav><h1>Bridge opened</h1>${text}</body></html>`,
  given: { url: 'https://news.example/bridge' },
});
const html = (id: string, text: string) => ({ id, input: page(text), bytes: 500 });
const readyMade = () => {
  const content = JSON.stringify({
    ...toTombstone('-', 9, 'en', { checksum: '-', received: '-' }),
    title: 'Made',
    body: 'Made elsewhere.',
  });
  return {
    id: 'ready',
    input: { contentType: readyMadeType, charset: null, content, given: {} },
    bytes: 500,
  };
};
const take = (...sent: Parameters<typeof site.acceptor.accept>[0]) => site.acceptor.accept(sent, 'live');
const paragraphs = wire.replace(/.+/g, '<p>$&</p>');

/** One article of every kind, revised in three waves. */
const publish = async (): Promise<void> => {
  const soon = new Date(Date.now() + 3000).toISOString();
  await take(
    submission('plain', english('Nobody Inparticular')),
    submission('merged-name', english('Zebulon Harrington')),
    submission('merged-id', english('Wang Yi')),
    submission('of-the-table', english('Quentin Tablewood')),
    submission('split', english('Sergej Lawrow')),
    submission('beside-split', english('Sergey Lavrov')),
    submission('given', { ...english('Ana Exemplo'), people: ['dl:wang-yi', 'Eva Fora'], agency: null }),
    submission('russian', russian),
    submission('embargo-over', english('Quentin Tablewood'), { publishAt: soon }),
    submission('revised', english('Wang Yi')),
    submission('embargo-ahead', english('Zebulon Harrington')),
    submission('moved', english('Wang Yi')),
    submission('rejected', english('Zebulon Harrington')),
    submission('deleted', english('Wang Yi')),
    submission('wire', { title: 'Bridge opened', body: wire, language: 'en', date: '2024-05-01' }),
    html('page', paragraphs),
    readyMade(),
  );
  await site.settled();
  await take(
    submission('revised', english('Quentin Tablewood')),
    submission('embargo-ahead', english('Wang Yi'), { publishAt: '2999-01-01T00:00:00.000Z' }),
    submission('moved', russian),
    html('rejected', ''),
    { id: 'deleted', input: null, bytes: 0 },
    submission('copy', { title: 'A bridge', body: wire, language: 'en', date: '2024-05-02' }),
  );
  await pause(3500);
  await take(submission('revised', english('Zebulon Harrington')), html('rejected', '<p> </p>'));
  await site.client.indices.refresh({ index: site.names.allArticleIndices });
};

const waiting = async (): Promise<readonly string[]> => {
  await site.client.indices.refresh({ index: [site.names.pending, site.names.allArticleIndices] });
  const { hits } = await site.client.search<{ id: string }>({ index: site.names.pending, size: 100 });
  return hits.hits.map(({ _id }) => _id ?? '');
};

/** All but what waits for the end of its embargo. */
const settledBut = async (id: string): Promise<void> => {
  for (const end = Date.now() + 60_000; ; await pause(100)) {
    const left = (await waiting()).filter((one) => one !== id);
    if (left.length === 0) return;
    if (Date.now() > end) throw new Error(`still pending: ${left.join(', ')}`);
  }
};

/** Every document as its bytes, tombstones included. */
const documents = async (): Promise<Record<string, string>> => {
  const { hits } = await site.client.search<ArticleDocument>({
    index: languages.map(site.names.articlesOf),
    ignore_unavailable: true,
    size: 1000,
    version: true,
  });
  return Object.fromEntries(
    hits.hits.map(({ _source, _version }) => {
      const key = `${_source?.id} ${_source?.language}${_source?.gone ? ' gone' : ''} ${_version}`;
      return [key, JSON.stringify(_source)];
    }),
  );
};

/** What is copied as it stands would be equal without being made again. */
const spoil = async (): Promise<void> => {
  const { hits } = await site.client.search<ArticleDocument>({
    index: languages.map(site.names.articlesOf),
    ignore_unavailable: true,
    size: 1000,
    version: true,
  });
  const operations = hits.hits.flatMap(({ _index, _id = '', _version = 1, _source }) => [
    { index: { _index, _id, version: _version, version_type: 'external_gte' as const } },
    _source?.gone
      ? _source
      : { ..._source, title: 'spoilt', people: [], received: '2020-01-01T00:00:00.000Z' },
  ]);
  const { errors } = await site.client.bulk({ operations, refresh: true });
  expect(errors).toBe(false);
};

test('a document made again from raw equals the worker’s, byte for byte', async () => {
  await publish();
  await settledBut('embargo-ahead');
  const written = await documents();
  const kinds = Object.keys(written).map((key) => key.replace(/ \d+$/, ''));
  expect(kinds.sort()).toEqual(
    [
      ...'plain merged-name merged-id of-the-table split beside-split given embargo-over revised'.split(' '),
      ...'embargo-ahead rejected wire page ready copy'.split(' '),
    ]
      .map((id) => `${id} en`)
      .concat('russian ru', 'moved ru', 'moved en gone', 'deleted en gone')
      .sort(),
  );
  const read = (id: string): ArticleDocument =>
    JSON.parse(written[Object.keys(written).find((key) => key.startsWith(`${id} `)) ?? ''] ?? '{}');
  expect(
    Object.fromEntries(
      ['merged-name', 'merged-id', 'of-the-table', 'rejected'].map((id) => [id, read(id).people]),
    ),
  ).toEqual({
    'merged-name': ['Q900000009'],
    'merged-id': ['Q900000009'],
    'of-the-table': ['Q900000009'],
    rejected: ['Q900000009'],
  });
  expect(read('split').people).toEqual(['dl:another-lavrov']);
  expect(read('beside-split').people).toEqual(['dl:sergei-lavrov']);
  expect(read('given').people).toEqual(expect.arrayContaining(['Q900000009', 'name:eva fora']));
  // Both carry the text, and either may be indexed first.
  expect(['wire', 'page']).toContain(read('copy').story);
  expect([read('revised').revision, read('embargo-ahead').revision, read('rejected').revision]).toEqual([
    3, 1, 1,
  ]);

  await spoil();
  const result = await reindex(store, {
    action: 'raw',
    languages,
    throttle: Number.POSITIVE_INFINITY,
    yields: false,
    slices: 2,
    stopped: new AbortController().signal,
    report: () => {},
  });
  expect(result.kind).toBe('swapped');
  await settledBut('embargo-ahead');
  expect(await documents()).toEqual(written);
}, 300_000);
