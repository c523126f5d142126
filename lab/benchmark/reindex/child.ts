import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../../../scripts/cli.ts');
const ofCtrlC = 130;

export interface CalledReindex {
  /** Resolves when it has ended, alone or by `stop`. @throws {Error} if its exit code is not 0 */
  readonly ended: Promise<void>;
  /** As Ctrl-C does. */
  readonly stop: () => void;
}

/** Runs the command in a separate process, as an operator does. */
export const callReindex = (args: readonly string[], env: NodeJS.ProcessEnv): CalledReindex => {
  const child = spawn(process.execPath, [cli, 'reindex', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit').then(([code]) => {
    if (code !== 0 && code !== ofCtrlC) throw new Error(`reindex ${args.join(' ')} ended with ${code}`);
  });
  return { ended, stop: () => void child.kill('SIGINT') };
};
