import type { Scene, Trouble } from './trouble.ts';

const longestAbsenceMs = 1000;

const kill = (name: string, how: (scene: Scene, absentMs: number) => Promise<void>): Trouble => ({
  name,
  strike: (scene) => how(scene, longestAbsenceMs * scene.random()),
});

/** Whoever can be killed: always with SIGKILL, and started again after a moment. */
export const kills: readonly Trouble[] = [
  kill('worker', ({ installation }, ms) => installation.processes.worker.killAndRestart(ms)),
  kill('api', ({ installation }, ms) => installation.processes.api.killAndRestart(ms)),
  kill('redis', ({ installation }, ms) => installation.killRedis(ms, { wipe: false })),
  kill('redis-wiped', ({ installation }, ms) => installation.killRedis(ms, { wipe: true })),
  kill('elasticsearch', ({ installation }, ms) => installation.killElasticsearch(ms)),
];
