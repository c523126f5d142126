import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeReindexState } from '../../platform/reindex-state.ts';
import { leftAt } from '../../scripts/doctor/disk.ts';
import { examine } from '../../scripts/doctor/run.ts';
import { type CommandStore, openStore } from '../../scripts/open-store.ts';
import { prepareLanguages } from '../../worker/definitions.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

let site: Installation;
let store: CommandStore;

beforeAll(async () => {
  site = await openInstallation(testConfig());
  store = openStore(site.config);
}, 240_000);

afterAll(async () => {
  await store.close();
  await site.erase();
}, 180_000);

/** Nobody works and nothing was backed up in this test; how full its disk is, is not ours. */
const expected = new Set(['queues', 'backups', 'disk']);

const find = async () => {
  const { findings } = await examine(store);
  return findings.filter(({ check }) => !expected.has(check));
};

const home = async (language: string): Promise<string> =>
  Object.keys(await site.client.indices.getAlias({ name: site.names.articlesOf(language) }))[0] ?? '';

describe('doctor', () => {
  test('finds nothing wrong with a new installation but that nobody works and nothing is backed up', async () => {
    const { findings, leftOut } = await examine(store);
    expect(
      findings.filter(({ check }) => check !== 'disk').map(({ check, severity }) => [check, severity]),
    ).toEqual([
      ['queues', 'warning'],
      ['queues', 'warning'],
      ['backups', 'warning'],
    ]);
    expect(leftOut).toEqual([]);
  });

  test('names an index that is closed for writing, and one whose aliases are broken', async () => {
    const { client, config, names } = site;
    await prepareLanguages(client, config, ['en', 'ru', 'de', 'th']);
    const [english, russian] = [await home('en'), await home('ru')];
    await client.indices.putSettings({
      index: english,
      settings: { 'index.blocks.read_only_allow_delete': true },
    });
    await client.indices.deleteAlias({ index: russian, name: names.readingOf('ru') });
    await client.indices.putAlias({ index: await home('de'), name: names.readingOf('fr') });
    const found = await find();
    expect(found.map(({ check, severity }) => `${check} ${severity}`).sort()).toEqual([
      'aliases error',
      'aliases error',
      'blocks error',
    ]);
    const messages = found.map(({ message }) => message).join('\n');
    expect(messages).toContain(`${english} is closed by index.blocks.read_only_allow_delete`);
    expect(messages).toContain(`${names.readingOf('ru')} does not point at ${russian}`);
    expect(messages).toContain(`${names.readingOf('fr')} points at ${await home('de')} too`);
    await client.indices.putSettings({
      index: english,
      settings: { 'index.blocks.read_only_allow_delete': null },
    });
    await client.indices.putAlias({
      index: russian,
      name: names.readingOf('ru'),
      filter: { term: { gone: false } },
    });
    await client.indices.deleteAlias({ index: await home('de'), name: names.readingOf('fr') });
    expect(await find()).toEqual([]);
  });

  test('says nothing of another installation whose names begin in the same way', async () => {
    const { client, config } = site;
    const neighbour = `${config.prefix}-staging-raw`;
    await client.indices.create({
      index: neighbour,
      settings: { 'index.number_of_replicas': 5, 'index.blocks.write': true },
      aliases: { [site.names.articlesOf('ru')]: { is_write_index: false } },
    });
    expect((await find()).map(({ message }) => message)).toEqual([]);
    await client.indices.delete({ index: neighbour });
  });

  test('names an index made by other code, a dead reindex, old work, failures and waiting jobs', async () => {
    const { client, names } = site;
    const thai = await home('th');
    await client.indices.delete({ index: thai });
    await client.indices.create({
      index: thai,
      mappings: { properties: { id: { type: 'keyword' } } },
      aliases: {
        [names.articles]: { filter: { term: { gone: false } } },
        [names.readingOf('th')]: { filter: { term: { gone: false } } },
        [names.articlesOf('th')]: { is_write_index: true },
      },
    });
    const state = {
      from: 'index',
      phase: 'copy',
      began: '',
      beat: 1,
      copied: 0,
      pairs: [],
      superseded: [],
    } as const;
    const dead = { ...state, pairs: [], owner: 'elsewhere:1:1' };
    await writeReindexState(client, names.state, dead, null);
    await client.update({ index: names.state, id: 'reindex', doc: { at: '2026-01-01T00:00:00.000Z' } });
    const at = '2026-01-01T00:00:00.000Z';
    await client.index({
      index: names.pending,
      id: 'old',
      document: { id: 'old', revision: 1, bytes: 1, queue: 'live', since: at },
      refresh: true,
    });
    await client.index({
      index: names.failures,
      id: 'bad',
      document: { id: 'bad', revision: 1, step: 'decode', reason: 'too-deep', detail: '', at },
      refresh: true,
    });
    await site.acceptor.accept(
      [submission('a', { title: 'Harbour', body: 'The harbour was opened.' })],
      'live',
    );
    const found = await find();
    const told = (check: string) =>
      found.filter((finding) => finding.check === check).map(({ message }) => message);
    expect(told('mappings')).toEqual([expect.stringContaining(`${thai} differs`)]);
    expect(told('reindex')).toEqual([
      expect.stringMatching(/^elsewhere:1:1.* gave no sign of life for \d+ days?$/),
    ]);
    expect(told('backlog')).toEqual([expect.stringMatching(/^1 articles .* the oldest \d+ days? ago$/)]);
    expect(told('failures')).toEqual(['1 articles could not be indexed: too-deep 1']);
    const { findings } = await examine(store);
    expect(findings.find(({ check }) => check === 'queues')).toMatchObject({
      severity: 'error',
      message: 'no worker takes jobs of live; 1 wait',
    });
  });

  test('tells of servers that do not answer, and leaves out what depends on them', async () => {
    const away = openStore(
      testConfig({ ELASTICSEARCH_URL: 'http://127.0.0.1:9', REDIS_URL: 'redis://127.0.0.1:9' }),
    );
    const { findings, looked, leftOut } = await examine(away);
    await away.close();
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([
      ['elasticsearch', 'error'],
      ['redis', 'error'],
    ]);
    expect(looked).toEqual([]);
    expect(leftOut).toContain('aliases');
  });
});

test('marks of a disk are shares in use, or room left', () => {
  expect(leftAt({ at: '85%', headroom: '' }, 1000)).toBeCloseTo(150);
  expect(leftAt({ at: '0.9', headroom: '' }, 1000)).toBeCloseTo(100);
  expect(leftAt({ at: '85%', headroom: '10gb' }, 1e15)).toBe(10 * 1024 ** 3);
  expect(leftAt({ at: '20gb', headroom: '' }, 1)).toBe(20 * 1024 ** 3);
});
