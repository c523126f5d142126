import { expect, test } from '@jest/globals';
import { type KillOptions, runKills } from '../../lab/faults/kills.ts';

const isLong = Boolean(process.env.DATELINE_LONG_TESTS);
const everybodysTurn = 7;

/** `npm test -- --long` gives chance its turn, too, and tries three nodes of Elasticsearch. */
const forms: readonly (readonly [string, Partial<KillOptions>])[] = [
  ['one node', { rounds: isLong ? 40 : everybodysTurn, reindex: true }],
  ...(isLong ? [['three nodes', { rounds: 12, nodes: 3 }] as const] : []),
];

test.each(forms)(
  'kills, full disks, bad networks, full queues and 429s under load: nothing is lost, %s',
  async (_, form) => {
    const options = { rounds: everybodysTurn, clients: 3, log: () => {}, ...form };
    const { acknowledged, reindexes, ...verdict } = await runKills(options);
    expect(acknowledged).toBeGreaterThan(50);
    if (options.reindex) expect(reindexes).toBeGreaterThan(0);
    const nothing = { lost: [], doubled: [], resurrected: [], misjudged: [], differing: [], unverified: [] };
    expect(verdict).toMatchObject({ kills: options.rounds, ...nothing });
  },
  1_800_000,
);
