import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '../../platform/log.ts';
import { type ReindexState, readReindexState } from '../../platform/reindex-state.ts';
import { openStore } from '../../scripts/open-store.ts';
import { createCourtesy, noCourtesy } from '../../scripts/reindex/courtesy.ts';
import { takeLease } from '../../scripts/reindex/lease.ts';
import { findCurrent, planPairs } from '../../scripts/reindex/plan.ts';
import { runReindex } from '../../scripts/reindex/run.ts';
import { dropOld } from '../../scripts/reindex/start.ts';
import { fromIndex } from '../../scripts/reindex/transform.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

let site: Installation;
let worker: RunningWorker;
const running = new Set<ChildProcess>();

const article = (n: number, version = '') =>
  submission(`d${n}`, {
    title: `Hafen ${n}${version}`,
    body: 'Die Minister beider Länder trafen sich am Dienstag am Hafen.',
    language: 'de',
  });

beforeAll(async () => {
  site = await openInstallation(testConfig());
  worker = createWorker(site.config, silentLog());
  await worker.ready;
  await site.acceptor.accept(
    Array.from({ length: 300 }, (_, n) => article(n)),
    'bulk',
  );
  await site.settled();
}, 120_000);

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await worker.close();
  await site.erase();
});

/** The command as an operator calls it, in a process of its own. */
const start = (
  ...args: string[]
): { child: ChildProcess; done: Promise<{ code: number; output: string }> } => {
  const cli = join(import.meta.dirname, '../../scripts/cli.ts');
  const child = spawn(process.execPath, [cli, 'reindex', ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      DATELINE_PREFIX: site.config.prefix,
      ELASTICSEARCH_URL: site.config.elasticsearch.urls[0],
      REDIS_URL: site.config.redis.url,
    },
  });
  running.add(child);
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  const done = once(child, 'close').then(([code]) => {
    running.delete(child);
    return { code: Number(code), output };
  });
  return { child, done };
};

const call = (...args: string[]) => start(...args).done;
const current = async (): Promise<string> => (await findCurrent(site, ['de'])).get('de') ?? '';
const state = async () => (await readReindexState(site.client, site.names.state))?.state;

describe('reindex, as an operator calls it', () => {
  test('killed with SIGKILL it goes on with --resume, and what was written meanwhile is there', async () => {
    const old = await current();
    const { child, done } = start('--from', 'index', '--language', 'de', '--throttle', '60');
    while (((await state())?.copied ?? 0) === 0) await pause(100);
    child.kill('SIGKILL');
    await done;
    expect(await current()).toBe(old);
    await site.acceptor.accept([article(1, ', corrected'), article(300)], 'live');
    await site.acceptor.accept([{ id: 'd2', input: null, bytes: 0 }], 'live');
    // Half a minute later nobody has heard of its owner.
    const at = new Date(Date.now() - 60_000).toISOString();
    await site.client.update({ index: site.names.state, id: 'reindex', doc: { at } });
    const { code, output } = await call('--resume');
    expect([code, JSON.parse(output).kind]).toEqual([0, 'swapped']);
    expect(await current()).not.toBe(old);
    await site.settled();
    const visible = await site.visible();
    expect(Object.keys(visible)).toHaveLength(300);
    expect(visible.d1).toMatchObject([{ title: 'Hafen 1, corrected' }]);
  }, 180_000);

  test('a next run takes the indices along that the one before had kept for its rollback', async () => {
    const before = (await state())?.pairs.map(({ source }) => source) ?? [];
    expect(await site.client.indices.exists({ index: before })).toBe(true);
    expect((await call('--from', 'index', '--language', 'de')).code).toBe(0);
    expect(await site.client.indices.exists({ index: before })).toBe(false);
    expect(JSON.parse((await call('--drop-old')).output).dropped).toHaveLength(1);
  }, 120_000);

  test('is neither throttled nor polite while writers wait behind the fence', async () => {
    const store = openStore(site.config);
    const lease = await takeLease(site.client, site.names.state, async () => ({
      ...{ from: 'index', phase: 'copy', began: new Date().toISOString(), owner: null, beat: 0, copied: 0 },
      pairs: await planPairs(store, ['de'], 2),
      superseded: [],
    }));
    const writeBeforeFence = async (change: Partial<ReindexState>) => {
      if (change.phase === 'fence') {
        await site.acceptor.accept([article(200, ', late')], 'live');
        await site.settled();
      }
      await lease.save(change);
    };
    const slowed = new Set<string>();
    const copied = new Set<string>();
    const slow = () => slowed.add(lease.state().phase);
    const result = await runReindex({
      ...{ ...store, slices: 2, transform: fromIndex, stopped: new AbortController().signal },
      lease: { ...lease, save: writeBeforeFence },
      throttle: { take: async () => void slow() },
      courtesy: {
        ...noCourtesy,
        turn: (work) => {
          slow();
          return noCourtesy.turn(work);
        },
      },
      report: ({ phase }) => copied.add(phase),
    });
    await lease.release();
    expect([result.kind, [...copied], [...slowed]]).toEqual(['swapped', ['copy', 'fence'], ['copy']]);
    expect((await site.visible()).d200).toMatchObject([{ title: 'Hafen 200, late' }]);
    await dropOld(store);
    await store.close();
  }, 120_000);

  test('refuses to swap what the new index cannot hold, lists it, and leaves the old one in service', async () => {
    const old = await current();
    // Of a version of the code that knew one field more: a new index refuses such documents.
    await site.client.indices.putMapping({ index: old, properties: { legacy: { type: 'keyword' } } });
    const { _source = {}, _version = 1 } = await site.client.get<object>({ index: old, id: 'd7' });
    await site.client.index({
      index: old,
      id: 'd7',
      document: { ..._source, legacy: 'x' },
      version: _version,
      version_type: 'external_gte',
    });
    const { code, output } = await call('--from', 'index', '--language', 'de');
    expect(code).toBe(3);
    const differences = [{ id: 'd7', why: 'missing', language: 'de' }];
    expect(JSON.parse(output)).toEqual({ kind: 'differs', count: 1, differences });
    expect(await current()).toBe(old);
    await site.acceptor.accept([article(8, ', after the refusal')], 'live');
    await site.settled();
    expect((await site.visible()).d8).toMatchObject([{ title: 'Hafen 8, after the refusal' }]);
    expect((await call('--from', 'index')).code).toBe(2);
    expect((await call('--abandon')).code).toBe(0);
    expect((await call('--frmo', 'index')).code).toBe(2);
  }, 180_000);

  test('copies alone and with rests while others search, and at once while nobody does', async () => {
    const courtesy = createCourtesy(site.client, site.names.articles);
    let atOnce = 0;
    let most = 0;
    let allowed = 0;
    const work = async (mostDocuments: number) => {
      allowed = mostDocuments;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await pause(20);
      atOnce -= 1;
    };
    const turns = () => Promise.all([courtesy.turn(work), courtesy.turn(work), courtesy.turn(work)]);
    await turns();
    expect([most, allowed]).toEqual([3, Number.POSITIVE_INFINITY]);
    const search = async () => {
      await site.client.search({ index: site.names.articles, query: { match: { body: 'Hafen' } } });
      await pause(50);
    };
    for (const end = Date.now() + 20_000; Date.now() < end && allowed > 50; await turns()) await search();
    most = 0;
    await turns();
    expect([most, allowed]).toEqual([1, 50]);
    courtesy.close();
    let isBegun = false;
    const beginning = createCourtesy(site.client, site.names.articles);
    const first = beginning.turn(work).finally(() => {
      isBegun = true;
    });
    while (!isBegun) await search();
    await first;
    expect(allowed).toBe(50);
    beginning.close();
  }, 60_000);
});
