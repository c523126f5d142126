import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../../platform/config.ts';
import { openStore } from '../../scripts/open-store.ts';
import { verifyStore } from '../../scripts/verify/run.ts';
import { createRandom } from '../random.ts';
import { type ClientOptions, runImporter, runWriter } from './clients.ts';
import { type Installation, startInstallation } from './installation.ts';
import { judge } from './judge.ts';
import type { Ledger, Verdict } from './ledger.ts';
import { draw, type Random } from './random.ts';
import { type Reindexer, runReindexer } from './reindexer.ts';
import { allToTheirEnd } from './together.ts';
import { troubles } from './troubles/index.ts';
import { killsOf } from './troubles/kills.ts';
import type { Scene, Trouble } from './troubles/trouble.ts';

export interface KillOptions {
  /** A round is one kill and the recovery; most rounds include another fault. */
  readonly rounds: number;
  /** Writers of single articles; in addition there is one import after the other. */
  readonly clients?: number;
  readonly seed?: number;
  /** Time between two kills. */
  readonly everyMs?: number;
  /** Nodes of Elasticsearch; of several, each may lose its data. */
  readonly nodes?: number;
  /** Once aborted, the current round is the last one; everything done is judged. */
  readonly ended?: AbortSignal;
  /** Reindex during the whole run, and kill that too. */
  readonly reindex?: boolean;
  readonly log: (line: string) => void;
}

export interface KillVerdict extends Verdict {
  readonly kills: number;
  readonly troubles: number;
  readonly reindexes: number;
  /** Differences for which a reindex refused to swap; should be empty. */
  readonly differing: readonly string[];
  /** Faults that `verify` finds at the end, in addition to the ledger's. */
  readonly unverified: readonly string[];
}

/** Kills and disturbs an installation while clients write, then compares acknowledged writes with the stored state. */
export const runKills = async (options: KillOptions): Promise<KillVerdict> => {
  const { log, seed = 1 } = options;
  const installation = await startInstallation(options.nodes ?? 1);
  const store = openStore(readConfig(installation.directEnv));
  const ledger: Ledger = { expected: new Map(), acknowledged: 0 };
  const random = createRandom(seed);
  const scene: Scene = { ...store, installation, ledger, random, log };
  const differing: string[] = [];
  const reindexer = options.reindex
    ? runReindexer(installation.env, createRandom(seed + 1000), log, (output) => differing.push(output))
    : null;
  try {
    const counts = await killWhileWriting(scene, options, reindexer);
    log(`${ledger.acknowledged} writes acknowledged; waiting for quiet`);
    await reindexer?.finish();
    const verdict = await judge(scene, ledger);
    const { findings } = await verifyStore(store, {
      stopped: new AbortController().signal,
      onProgress: () => {},
    });
    const unverified = findings.map(({ id, fault }) => `${id} ${fault}`);
    const reindexes = reindexer?.counts().reindexes ?? 0;
    return { ...counts, reindexes, differing, unverified, ...verdict };
  } finally {
    reindexer?.stop();
    await store.close();
    await installation.stop();
  }
};

const killWhileWriting = async (
  scene: Scene,
  { rounds, clients = 4, seed = 1, everyMs = 2500, ended }: KillOptions,
  reindexer: Reindexer | null,
): Promise<{ readonly kills: number; readonly troubles: number }> => {
  const stopping = new AbortController();
  const failing = new AbortController();
  const signals = { stopped: stopping.signal, givenUp: failing.signal };
  const clientOf = clientsOf(scene.installation, scene.ledger, signals);
  const writers = Array.from({ length: clients }, (_, n) =>
    runWriter(clientOf(`client-${n}`, createRandom(seed + n + 1))),
  );
  const importer = runImporter(clientOf('import', createRandom(seed + 500)));
  const pace = { rounds, everyMs, ended, givenUp: failing.signal };
  const killing = killAll(scene, pace, reindexer).finally(() => stopping.abort());
  const [counts] = await allToTheirEnd([killing, importer, ...writers], () => failing.abort());
  return counts;
};

const clientsOf =
  ({ api, key }: Installation, ledger: Ledger, signals: Pick<ClientOptions, 'stopped' | 'givenUp'>) =>
  (name: string, random: Random): ClientOptions => ({ name, api, key, ledger, random, ...signals });

interface Pace {
  readonly rounds: number;
  readonly everyMs: number;
  readonly ended: AbortSignal | undefined;
  readonly givenUp: AbortSignal;
}

/** The first rounds kill each target once, then targets are random. When aborted, it ends with the current round. */
const killAll = async (
  scene: Scene,
  { rounds, everyMs, ended, givenUp: signal }: Pace,
  reindexer: Reindexer | null,
): Promise<{ readonly kills: number; readonly troubles: number }> => {
  const { random, log } = scene;
  const kills = killsOf(scene.installation.cluster.ports.length);
  const victims: readonly Trouble[] = reindexer ? [reindexer.kill, ...kills] : kills;
  let struck = 0;
  let round = 0;
  for (; round < rounds && !ended?.aborted; round += 1) {
    await pause(everyMs * (0.5 + random()), undefined, { signal });
    const victim = victims[round] ?? draw(victims, random);
    const isTroubled = round < troubles.length || random() < 0.7;
    const trouble = isTroubled ? (troubles[round] ?? draw(troubles, random)) : null;
    log(`round ${round + 1} of ${rounds}: SIGKILL ${victim.name}${trouble ? `, ${trouble.name}` : ''}`);
    if (trouble) struck += 1;
    const killing = pause(1000 * random()).then(() => victim.strike(scene));
    await allToTheirEnd([killing, trouble?.strike(scene) ?? Promise.resolve()], () => {});
  }
  await pause(everyMs, undefined, { signal });
  return { kills: round, troubles: struck };
};
