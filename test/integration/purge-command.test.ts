import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '../../platform/log.ts';
import { readAudit } from '../../platform/read-audit.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { callCommand } from '../support/call-command.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

let site: Installation;
let worker: RunningWorker;

const article = (n: number, date: string) =>
  submission(`p${n}`, {
    title: `Port ${n}`,
    body: `The secret harbour number ${n} was opened.`,
    language: 'en',
    date,
  });

beforeAll(async () => {
  site = await openInstallation(testConfig());
  worker = createWorker(site.config, silentLog());
  await worker.ready;
  await site.acceptor.accept(
    [article(1, '2018-05-01'), article(2, '2019-05-01'), article(3, new Date().toISOString().slice(0, 10))],
    'live',
  );
  await site.acceptor.accept([article(4, '2017-05-01')], 'live');
  await site.settled();
}, 180_000);

afterAll(async () => {
  await worker.close();
  await site.erase();
}, 120_000);

const call = (...args: readonly string[]) => callCommand(site.config.prefix, ['purge', ...args]);
const linesOf = (out: string): unknown[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('purge tells what it would erase, and refuses to erase everything', async () => {
  const { code, out } = await call('--where', 'q=harbour&to-date=2018');
  expect([code, linesOf(out)]).toEqual([
    0,
    [
      { purged: 0, matches: 2, would: 'erase these: add --yes' },
      { id: 'p1', date: '2018-05-01', title: 'Port 1' },
      { id: 'p4', date: '2017-05-01', title: 'Port 4' },
    ],
  ]);
  for (const args of [
    ['--yes'],
    ['--where', ' ', '--yes'],
    ['--where', 'q=harbour&like=p1', '--yes'],
    ['--where', 'match=all', '--yes'],
  ])
    expect([args, (await call(...args)).code]).toEqual([args, 2]);
  expect(Object.keys(await site.visible()).sort()).toEqual(['p1', 'p2', 'p3', 'p4']);
}, 120_000);

test('purge erases what a search finds and is past its time, and what an earlier call left; it keeps it out', async () => {
  // As a call that was killed leaves it: the deletion is accepted, nothing is erased.
  await site.acceptor.accept([{ id: 'p3', input: null, bytes: 0, purge: true }], 'bulk');
  await site.settled();
  const { code, out } = await call('--where', 'harbour', '--older-than', '90', '--yes');
  expect([code, linesOf(out)]).toEqual([
    0,
    [{ purged: 4, finished: 1, leftOut: 0, merged: true, snapshots: [] }],
  ]);
  await site.settled();
  expect(await site.visible()).toEqual({});
  await site.client.indices.refresh({ index: site.names.history });
  expect((await site.client.count({ index: site.names.history })).count).toBe(0);
  const [refused] = await site.acceptor.accept([article(2, '2019-05-01')], 'live');
  expect(refused?.outcome).toBe('purged');
  await site.client.indices.refresh({ index: site.names.audit });
  const { results } = await readAudit(site.client, site.names.audit, { action: 'purge', size: 10, from: 0 });
  expect(results).toMatchObject([
    { subject: ['p1', 'p2', 'p4'], detail: { where: 'harbour', olderThan: 90 } },
    { subject: ['p3'], detail: { resumed: true } },
  ]);
}, 240_000);
