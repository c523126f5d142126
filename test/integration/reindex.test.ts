import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '../../platform/log.ts';
import { readReindexState, setFence, writeReindexState } from '../../platform/reindex-state.ts';
import { type CommandStore, openStore } from '../../scripts/open-store.ts';
import { compareIndices } from '../../scripts/reindex/compare.ts';
import { findCurrent } from '../../scripts/reindex/plan.ts';
import { dropOld, type ReindexOptions, reindex } from '../../scripts/reindex/start.ts';
import { redoMatches } from '../../scripts/reindex/where.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

const texts = {
  en: { body: 'The ministers of both countries met on Tuesday and discussed the harbour.', language: 'en' },
  ru: { body: 'Министры обеих стран встретились во вторник и обсудили порт.', language: 'ru' },
} as const;
const article = (n: number, language: keyof typeof texts = n % 2 ? 'ru' : 'en', version = '') =>
  submission(`a${n}`, { title: `Harbour ${n}${version}`, ...texts[language] });

let site: Installation;
let worker: RunningWorker;
let store: CommandStore;

beforeAll(async () => {
  site = await openInstallation(testConfig());
  store = openStore(site.config);
  worker = createWorker(site.config, silentLog());
  await worker.ready;
  await site.acceptor.accept(
    Array.from({ length: 400 }, (_, n) => article(n)),
    'bulk',
  );
  await site.acceptor.accept([{ id: 'a399', input: null, bytes: 0 }], 'live');
  await site.settled();
}, 240_000);

afterAll(async () => {
  await worker.close();
  await store.close();
  await site.erase();
});

// A writer that a failed test leaves behind would keep work pending for all that follow.
const writers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of writers.splice(0)) await stop();
});

const run = (action: ReindexOptions['action'], more: Partial<ReindexOptions> = {}) =>
  reindex(store, {
    action,
    languages: ['en', 'ru'],
    throttle: Number.POSITIVE_INFINITY,
    yields: false,
    slices: 2,
    stopped: new AbortController().signal,
    report: () => {},
    ...more,
  });

const current = async (language: string) => (await findCurrent(store, [language])).get(language) ?? '';

/** Writes, corrects, moves and deletes until told to stop; knows in the end what must stand. */
const writeMeanwhile = () => {
  const expected = new Map<string, string | null>();
  let going = true;
  const done = (async () => {
    for (let n = 0; going; n += 1) {
      const wish = article(n % 60, n % 3 ? 'en' : 'ru', `, again ${n}`);
      const deletes = n % 7 === 3;
      await site.acceptor.accept([deletes ? { id: wish.id, input: null, bytes: 0 } : wish], 'live');
      expected.set(wish.id, deletes ? null : (wish.input.given.title ?? null));
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  })();
  const stop = async () => {
    going = false;
    await done;
    return expected;
  };
  writers.push(stop);
  return stop;
};

const expectAllThere = async (expected: ReadonlyMap<string, string | null>) => {
  await site.settled();
  const visible = await site.visible();
  for (const [id, title] of expected) {
    expect([id, visible[id]?.map((found) => found.title)]).toEqual([
      id,
      title === null ? undefined : [title],
    ]);
  }
  for (let n = 60; n < 399; n += 1) expect([n, visible[`a${n}`]?.length]).toEqual([n, 1]);
  expect(visible.a399).toBeUndefined();
};

describe('reindex', () => {
  test('copies under live writes, swaps at once, and goes back with all that was written since', async () => {
    const old = await current('en');
    const stop = writeMeanwhile();
    const result = await run('index', { throttle: 400 });
    expect(result.kind).toBe('swapped');
    const fresh = await current('en');
    expect(fresh).not.toBe(old);
    await expectAllThere(await stop());

    await site.acceptor.accept([article(100, 'ru', ', after')], 'live');
    await site.settled();
    expect((await run('rollback')).kind).toBe('swapped');
    expect(await current('en')).toBe(old);
    expect((await site.visible()).a100).toMatchObject([{ title: 'Harbour 100, after', language: 'ru' }]);
    expect(await dropOld(store)).toContain(fresh);
    await expect(run('rollback')).rejects.toThrow(/no finished reindex/);
  }, 240_000);

  test('finds what stands behind a wide gap of what was overwritten', async () => {
    const { client, names } = site;
    const index = names.articlesOf('en');
    const { _source: document } = await client.get<object>({ index, id: 'a98' });
    const own = { _index: index, _id: 'a98', version: 65_536, version_type: 'external_gte' } as const;
    const { errors } = await client.bulk({
      operations: Array.from({ length: 3000 }, () => [{ index: own }, { ...document }]).flat(),
    });
    expect(errors).toBe(false);
    await site.acceptor.accept([article(102, 'en', ', behind it')], 'live');
    await site.settled();
    expect((await run('index')).kind).toBe('swapped');
    expect((await site.visible()).a102).toMatchObject([{ title: 'Harbour 102, behind it' }]);
  }, 240_000);

  test('stopped in the middle goes on elsewhere, from raw, and meanwhile nobody else begins', async () => {
    const stopping = new AbortController();
    const stop = writeMeanwhile();
    const broken = run('raw', { throttle: 200, stopped: stopping.signal, report: () => stopping.abort() });
    await expect(broken).rejects.toThrow(/--resume/);
    await expect(run('index')).rejects.toThrow(/--resume/);
    const other = openStore(site.config);
    try {
      const resumed = reindex(other, {
        action: 'resume',
        languages: [],
        throttle: Number.POSITIVE_INFINITY,
        yields: false,
        slices: 2,
        stopped: new AbortController().signal,
        report: () => {},
      });
      expect((await resumed).kind).toBe('swapped');
    } finally {
      await other.close();
    }
    await expectAllThere(await stop());
    await dropOld(store);
  }, 240_000);

  test('finds every document that is missing, older or other, by sums narrowed to ids', async () => {
    const [source, target] = [await current('en'), `${site.config.prefix}-articles-en-29990101000000`];
    await site.client.indices.create({
      index: target,
      mappings: {
        dynamic: false,
        properties: {
          id: { type: 'keyword' },
          gone: { type: 'boolean' },
          proof: (await mappingOf(source))?.proof ?? {},
        },
      },
    });
    const { hits } = await site.client.search<{ proof: object; title: string }>({
      index: source,
      size: 1000,
      version: true,
      // A tombstone cannot be buried once more.
      sort: [{ gone: 'asc' }, '_doc'],
    });
    const spoilt = hits.hits.slice(0, 4).map(({ _id }) => _id);
    await site.client.bulk({
      refresh: true,
      operations: hits.hits.flatMap(({ _id = '', _version = 1, _source }, n) =>
        n === 0
          ? []
          : [
              {
                index: {
                  _index: target,
                  _id,
                  version: n === 1 ? _version - 1 : _version,
                  version_type: 'external',
                },
              },
              n === 1 || n === 2
                ? { ..._source, proof: { ..._source?.proof, a: 7, d: 1 } }
                : { ..._source, ...(n === 3 ? { gone: true } : {}) },
            ],
      ),
    });
    const find = async (content: boolean) =>
      (await compareIndices(site.client, { source, target, content }))
        .map(({ id, why }) => `${id} ${why}`)
        .sort();
    const [first, second, third, fourth] = spoilt;
    const revisions = [`${first} missing`, `${second} older`, `${fourth} buried`];
    expect(await find(true)).toEqual([...revisions, `${third} other-content`].sort());
    expect(await find(false)).toEqual([...revisions].sort());
    await site.client.indices.delete({ index: target });
  }, 240_000);

  test('a fence whose owner died is lifted by the writers', async () => {
    const index = await current('en');
    const before = await readReindexState(site.client, site.names.state);
    if (!before) throw new Error('no state');
    const dead = { ...before.state, phase: 'fence' as const, owner: 'nobody' };
    const pairs = dead.pairs.map((pair) => ({ ...pair, source: index }));
    await writeReindexState(site.client, site.names.state, { ...dead, pairs }, before);
    await site.client.update({
      index: site.names.state,
      id: 'reindex',
      doc: { at: new Date(Date.now() - 60_000).toISOString() },
    });
    await setFence(site.client, [index], true);
    await site.acceptor.accept([article(200, 'en', ', through')], 'live');
    await site.settled();
    expect((await site.visible()).a200).toMatchObject([{ title: 'Harbour 200, through' }]);
  }, 240_000);

  test('--where sends only the matches through the chain again', async () => {
    const options = {
      where: 'q="Harbour 200"',
      languages: [],
      maxWaiting: 1000,
      stopped: new AbortController().signal,
      onProgress: () => {},
    };
    expect(await redoMatches(store, { ...options, dryRun: true })).toBe(1);
    expect(await redoMatches(store, { ...options, dryRun: false })).toBe(1);
    await site.settled();
    expect((await site.visible()).a200).toHaveLength(1);
  }, 240_000);
});

const mappingOf = async (index: string) =>
  (await site.client.indices.getMapping({ index }))[index]?.mappings.properties;
