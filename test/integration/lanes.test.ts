import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '../../platform/log.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { createWriteLane } from '../../worker/index/lane.ts';
import { createTargets } from '../../worker/index/targets.ts';
import { watchQueues } from '../../worker/watch-queues.ts';
import { type Installation, openInstallation, testConfig } from '../support/installation.ts';

let site: Installation;

beforeAll(async () => {
  site = await openInstallation(testConfig());
}, 120_000);

afterAll(() => site.erase());

/** Ten jobs' writes of 100 kB at once; how many `_bulk` requests they came to. */
const writeTogether = async (isLive: boolean): Promise<number> => {
  const { client, names, config } = site;
  const metrics = createMetrics({ ofProcess: false });
  const lane = createWriteLane({
    client,
    targets: createTargets({ client, names, config, log: silentLog() }),
    name: 'bulk',
    slots: 2,
    gatherMs: 50,
    maxBytes: 2_000_000,
    modest: { holds: () => isLive, slots: 1, maxBytes: 250_000 },
    metrics,
  });
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      lane.write([
        {
          action: JSON.stringify({ index: { _index: names.state, _id: `lane-${n}` } }),
          document: JSON.stringify({ kind: 'test', value: { text: 'x'.repeat(100_000) } }),
        },
      ]),
    ),
  );
  expect(outcomes.flat().map(({ kind }) => kind)).toEqual(Array(10).fill('written'));
  const { values } = await metrics.bulkRequests.get();
  return values.reduce((sum, { value }) => sum + value, 0);
};

describe('bulk work', () => {
  test('goes out in one large request while nobody is in a hurry, in small ones beside live articles', async () => {
    expect(await writeTogether(false)).toBe(1);
    expect(await writeTogether(true)).toBe(5);
  });

  test('gives way in every worker as soon as one has seen a live article', async () => {
    const { queues, redis, config } = site;
    const [one, another] = [1, 2].map(() =>
      watchQueues(queues, createMetrics({ ofProcess: false }), { redis, prefix: config.prefix }),
    );
    await another?.look();
    expect([one?.isLive(), another?.isLive()]).toEqual([false, false]);
    one?.noteLive();
    expect(one?.isLive()).toBe(true);
    await another?.look();
    expect(another?.isLive()).toBe(true);
  });
});
