import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { startProcess } from '../benchmark/indexing/through.ts';

/** A process of ours that can be killed and started again. */
export interface OwnProcess {
  /** SIGKILL, a short pause, and a new start; resolves when it is ready again. */
  readonly killAndRestart: (absentMs: number) => Promise<void>;
  /** Suspends it for a while, as a busy machine does. */
  readonly freeze: (ms: number) => Promise<void>;
  readonly kill: () => void;
}

export const startOwn = async (name: 'api' | 'worker', env: NodeJS.ProcessEnv): Promise<OwnProcess> => {
  let child = await startProcess(name, env);
  return {
    killAndRestart: async (absentMs) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await pause(absentMs);
      child = await startProcess(name, env);
    },
    freeze: async (ms) => {
      const frozen = child;
      frozen.kill('SIGSTOP');
      await pause(ms);
      frozen.kill('SIGCONT');
    },
    kill: () => child.kill('SIGKILL'),
  };
};
