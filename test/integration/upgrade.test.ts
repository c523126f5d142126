import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { languages } from '../../languages/index.ts';
import { buildArticleIndex } from '../../mappings/articles.ts';
import { indexNames } from '../../mappings/names.ts';
import { articleAliases } from '../../mappings/required.ts';
import { createElasticsearch } from '../../platform/elasticsearch.ts';
import { silentLog } from '../../platform/log.ts';
import { mappingsCheck } from '../../scripts/doctor/mappings.ts';
import { type CommandStore, openStore } from '../../scripts/open-store.ts';
import { reindex } from '../../scripts/reindex/start.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

const config = testConfig();
const names = indexNames(config.prefix);
let site: Installation;
let store: CommandStore;
let worker: RunningWorker;

/** The English index as a release made it that knew no credits, no script and no second analyzer for exact words. */
const makeOldIndex = async (): Promise<void> => {
  const english = languages.find(({ code }) => code === 'en');
  if (!english) throw new Error('no profile of English');
  const { settings, mappings } = buildArticleIndex(english);
  const { credits: _, script: __, ...properties } = structuredClone(mappings.properties);
  for (const field of ['title', 'lead', 'body'] as const) {
    const plain = { type: 'text', analyzer: 'text', fields: { exact: { type: 'text', analyzer: 'exact' } } };
    Object.assign(properties, { [field]: plain });
  }
  const old = structuredClone(settings) as { analysis: { analyzer: Record<string, unknown> } };
  delete old.analysis.analyzer.exact_search;
  const client = createElasticsearch(config);
  await client.indices.create({
    index: names.newArticleIndex('en', new Date(0)),
    settings: old as object,
    mappings: { ...mappings, properties },
    aliases: articleAliases(names, 'en'),
  });
  await client.close();
};

beforeAll(async () => {
  await makeOldIndex();
  // All that a start does: it threw where an analyzer was missing.
  site = await openInstallation(config);
  store = openStore(config);
  worker = createWorker(config, silentLog());
  await worker.ready;
}, 240_000);

afterAll(async () => {
  await worker.close();
  await store.close();
  await site.erase();
});

const article = (id: string) =>
  submission(id, {
    title: `Harbour ${id}`,
    body: 'The ministers met on Tuesday in the harbour.',
    language: 'en',
  });

const read = async (id: string) => {
  const { hits } = await site.client.search<Record<string, unknown>>({
    index: names.articles,
    query: { term: { id } },
  });
  return hits.hits[0]?._source;
};

/** Reindexes while articles come in. */
const reindexing = async (action: 'index' | 'rollback', named: string) => {
  const arriving = (async () => {
    for (let n = 0; n < 10; n += 1) await site.acceptor.accept([article(`${named}-${n}`)], 'live');
  })();
  const result = await reindex(store, {
    action,
    languages: ['en'],
    throttle: Number.POSITIVE_INFINITY,
    yields: false,
    slices: 1,
    stopped: new AbortController().signal,
    report: () => {},
  });
  await arriving;
  return result;
};

test('an index of an earlier release serves and takes writes, is named by doctor, mended by a reindex, and taken back', async () => {
  await site.acceptor.accept([article('before')], 'live');
  await site.settled();
  const before = await read('before');
  expect(before).toMatchObject({ title: 'Harbour before', language: 'en' });
  // A field without analyzers is added at the start; one with analyzers waits for the reindex.
  expect(before).toHaveProperty('script');
  expect(before).not.toHaveProperty('credits');

  const findings = await mappingsCheck.look(store);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toContain('differs from this version');
  expect(findings[0]?.advice).toContain('reindex --from index');

  expect((await reindexing('index', 'during')).kind).toBe('swapped');
  await site.acceptor.accept([article('after')], 'live');
  await site.settled();
  for (const id of ['before', 'during-0', 'during-9', 'after']) expect(await read(id)).toBeDefined();
  expect(await read('after')).toHaveProperty('credits');
  expect(await mappingsCheck.look(store)).toEqual([]);

  expect(await reindexing('rollback', 'back')).toMatchObject({ kind: 'swapped' });
  await site.settled();
  for (const id of ['before', 'during-9', 'after', 'back-0', 'back-9'])
    expect(await read(id)).toMatchObject({ id, language: 'en' });
  expect((await mappingsCheck.look(store))[0]?.advice).toContain('reindex --from index');
}, 240_000);
