import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { indexNames } from '../../mappings/names.ts';
import { createElasticsearch, type Elasticsearch } from '../../platform/elasticsearch.ts';
import { readAudit } from '../../platform/read-audit.ts';
import { commands } from '../../scripts/commands.ts';
import { freePort } from '../../stack/ports.ts';
import { callCommand } from '../support/call-command.ts';
import { testConfig } from '../support/installation.ts';

const config = testConfig();
const names = indexNames(config.prefix);
let client: Elasticsearch;
let nowhere: string;

beforeAll(async () => {
  client = createElasticsearch(config);
  nowhere = `http://127.0.0.1:${await freePort()}`;
});

afterAll(async () => {
  const found = await client.indices.get({ index: `${config.prefix}-*`, expand_wildcards: 'all' });
  if (Object.keys(found).length > 0) await client.indices.delete({ index: Object.keys(found) });
  await client.close();
});

/** Under a prefix where nothing is stored. */
const call = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => callCommand(config.prefix, args, env);

test('every command tells its options and its exit codes', async () => {
  for (const { name } of commands) {
    const { code, out } = await call([name, '--help']);
    expect([name, code, out]).toEqual([name, 0, expect.stringMatching(/Exit: 0 /)]);
  }
}, 180_000);

test('a wrong call ends with 2, what cannot be done with 1, and both say what to do', async () => {
  const file = join(tmpdir(), 'never-written.ndjson');
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['failures', 'list'], 1, /nothing is stored under this DATELINE_PREFIX/],
    [['failures', 'list', '--limit', 'many'], 2, /from 1 to 10000/],
    [['verify', '--json'], 1, /nothing is stored under this DATELINE_PREFIX/],
    [['reindex', '--from', 'index', '--throttle', 'slow'], 2, /a whole number above 0/],
    [['ingest', 'ftp://example.org/news.xml'], 2, /only http and https/],
    [['export', file, '--url', 'nonsense'], 2, /not an http or https address/],
    [['export', file, '--url', nowhere], 1, /does not answer/],
    [['restore', 'never-made'], 2, /no snapshot never-made/],
    [['nonsense'], 2, /no command 'nonsense'/],
  ];
  for (const [args, wanted, why] of cases) {
    const { code, told } = await call(args);
    expect([args, code, told]).toEqual([args, wanted, expect.stringMatching(why)]);
  }
  const away = await call(['verify'], { ELASTICSEARCH_URL: nowhere });
  expect([away.code, away.told]).toEqual([1, expect.stringMatching(/is ELASTICSEARCH_URL right/)]);
}, 180_000);

test('a first key may come before the first start, and the audit knows of it', async () => {
  const { code, out } = await call(['keys', 'create', 'desk', '--scopes', 'write', '--json']);
  const { id } = JSON.parse(out);
  expect([code, typeof id]).toEqual([0, 'string']);
  const mapping = await client.indices.getMapping({ index: names.keys });
  expect(mapping[names.keys]?.mappings.properties?.hash).toMatchObject({ type: 'keyword' });
  expect((await call(['keys', 'revoke', id])).code).toBe(0);
  await client.indices.refresh({ index: names.audit });
  const { results } = await readAudit(client, names.audit, { subject: id, from: 0, size: 10 });
  expect(results.map(({ action, key, detail }) => [action, key, typeof detail?.operator])).toEqual([
    ['revoke-key', null, 'string'],
    ['create-key', null, 'string'],
  ]);
}, 120_000);

test('the audit is verified, a person is delisted and listed again, a purge is allowed, by command', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'audit-heads-'));
  const heads = join(folder, 'heads.json');
  const first = await call(['audit', 'verify', '--heads', heads]);
  expect([first.code, first.out]).toEqual([
    0,
    expect.stringMatching(/^[1-9]\d* records, 0 without .* 0 faults/),
  ]);
  const delisted = await call(['people', 'delist', 'dl:wang-yi', '--json']);
  expect([delisted.code, JSON.parse(delisted.out)]).toMatchObject([0, { edits: [{ action: 'delist' }] }]);
  expect((await call(['people', 'delist', 'dl:nobody-at-all'])).code).toBe(2);
  expect((await call(['people', 'undo', String(JSON.parse(delisted.out).edits[0].number)])).code).toBe(0);

  const received = new Date().toISOString();
  const purged = { revision: 3, checksum: '', received, deleted: true, purged: true, input: null };
  await client.index({ index: names.raw, id: 'erased', document: purged, refresh: true });
  const allowed = await call(['purges', 'allow', 'erased']);
  expect([allowed.code, JSON.parse(allowed.out)]).toEqual([0, { id: 'erased', state: 'allowed' }]);
  expect((await call(['purges', 'allow', 'erased'])).code).toBe(1);
  expect((await call(['purges', 'list'])).code).toBe(0);

  await client.indices.refresh({ index: names.audit });
  const { results } = await readAudit(client, names.audit, { from: 0, size: 4 });
  expect(results.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['people-delist', 'people-undo', 'allow-purged']),
  );
  expect((await call(['audit', 'verify', '--heads', heads])).code).toBe(0);
  const [newest] = (await client.search({ index: names.audit, sort: [{ at: 'desc' }], size: 1 })).hits.hits;
  await client.delete({ index: names.audit, id: newest?._id ?? '', refresh: true });
  const cut = await call(['audit', 'verify', '--heads', heads]);
  expect([cut.code, cut.out]).toEqual([1, expect.stringMatching(/[1-9] faults/)]);
  await rm(folder, { recursive: true });
}, 240_000);
