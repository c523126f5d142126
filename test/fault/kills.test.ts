import { expect, test } from '@jest/globals';
import { runKills } from '../../scripts/faults/kills.ts';

test('kills of worker, API, Redis, its data and Elasticsearch under load lose and double nothing', async () => {
  const { acknowledged, ...verdict } = await runKills({ rounds: 5, clients: 3, log: () => {} });
  expect(acknowledged).toBeGreaterThan(10);
  expect(verdict).toEqual({ kills: 5, lost: [], doubled: [], resurrected: [], misjudged: [] });
}, 400_000);
