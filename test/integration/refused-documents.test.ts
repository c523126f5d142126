import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '../../platform/log.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { prepareLanguages } from '../../worker/definitions.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

let site: Installation;
let worker: RunningWorker;

/** Its second filter divides words again that the first one kept whole, so that offsets go back. */
const brokenAnalyzer = {
  filter: { parts: { type: 'word_delimiter_graph' as const, preserve_original: true } },
  analyzer: { broken: { type: 'custom' as const, tokenizer: 'whitespace', filter: ['parts', 'parts'] } },
};

beforeAll(async () => {
  site = await openInstallation(testConfig());
  worker = createWorker(site.config, silentLog());
  await worker.ready;
  await prepareLanguages(site.client, site.config, ['en']);
  const index = `${site.config.prefix}-articles-en-29990101000000`;
  const alias = site.names.articlesOf('en');
  await site.client.indices.create({
    index,
    settings: { analysis: brokenAnalyzer },
    mappings: { dynamic: false, properties: { title: { type: 'text', analyzer: 'broken' } } },
  });
  const before = Object.keys(await site.client.indices.getAlias({ name: alias }));
  await site.client.indices.updateAliases({
    actions: [
      ...before.map((old) => ({ remove: { index: old, alias } })),
      { add: { index, alias, is_write_index: true } },
    ],
  });
}, 120_000);

afterAll(async () => {
  await worker.close();
  await site.erase();
});

test('a document that its analyzer cannot take fails alone, and its batch is finished', async () => {
  const body = 'The bridge over the river was opened on Tuesday.';
  const titles = { plain: 'The bridge', hyphen: 'A wi-fi bridge', other: 'Another bridge' };
  await site.acceptor.accept(
    Object.entries(titles).map(([id, title]) => submission(id, { title, body, language: 'en' })),
    'bulk',
  );
  await site.settled(90_000);
  const { docs } = await site.client.mget<{ reason: string; detail: string }>({
    index: site.names.failures,
    ids: Object.keys(titles),
  });
  expect(docs.map((doc) => ('_source' in doc ? doc._source : null))).toEqual([
    null,
    expect.objectContaining({
      reason: 'illegal-argument-exception',
      detail: expect.stringMatching(/offsets/),
    }),
    null,
  ]);
  expect(
    await site.client.count({ index: site.names.articlesOf('en'), query: { match_all: {} } }),
  ).toMatchObject({
    count: 2,
  });
}, 150_000);
