import type { Random } from '../random.ts';
import type { Scene, Trouble } from './trouble.ts';

const longestAbsenceMs = 1000;

const kill = (name: string, how: (scene: Scene, absentMs: number) => Promise<void>): Trouble => ({
  name,
  strike: (scene) => how(scene, longestAbsenceMs * scene.random()),
});

/** Targets to kill, always with SIGKILL, and to restart after a short pause. */
const always: readonly Trouble[] = [
  kill('worker', ({ installation }, ms) => installation.processes.worker.killAndRestart(ms)),
  kill('api', ({ installation }, ms) => installation.processes.api.killAndRestart(ms)),
  kill('redis', ({ installation }, ms) => installation.killRedis(ms, { wipe: false })),
  kill('redis-wiped', ({ installation }, ms) => installation.killRedis(ms, { wipe: true })),
  kill('elasticsearch', ({ installation: { cluster }, random }, ms) =>
    cluster.kill(anyOf(cluster.ports, random), ms, { wipe: false }),
  ),
];

/** Of several nodes one may lose all its data, because every shard has a copy elsewhere. */
const ofSeveralNodes = kill('elasticsearch-wiped', ({ installation: { cluster }, random }, ms) =>
  cluster.kill(anyOf(cluster.ports, random), ms, { wipe: true }),
);

const anyOf = (ports: readonly number[], random: Random): number => Math.floor(random() * ports.length);

export const killsOf = (nodes: number): readonly Trouble[] =>
  nodes > 1 ? [ofSeveralNodes, ...always] : always;
