import { expect, test } from '@jest/globals';
import { runKills } from '../../scripts/faults/kills.ts';

/** `npm test -- --long` gives chance its turn, too. */
const rounds = process.env.DATELINE_LONG_TESTS ? 40 : 7;

test('kills, full disks, bad networks, full queues and 429s under load, while reindexing: nothing lost or doubled', async () => {
  const { acknowledged, reindexes, ...verdict } = await runKills({
    rounds,
    clients: 3,
    reindex: true,
    log: () => {},
  });
  expect(acknowledged).toBeGreaterThan(50);
  expect(reindexes).toBeGreaterThan(0);
  const nothing = { lost: [], doubled: [], resurrected: [], misjudged: [], differing: [], unverified: [] };
  expect(verdict).toMatchObject({ kills: rounds, ...nothing });
}, 1_800_000);
