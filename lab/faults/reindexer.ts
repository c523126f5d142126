import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, readReindexState } from '../../platform/reindex-state.ts';
import { draw, type Random } from './random.ts';
import type { Trouble } from './troubles/trouble.ts';

export interface Reindexer {
  /** SIGKILL in the middle of a run. */
  readonly kill: Trouble;
  /** Finishes the current run, after which only the newest indices are left. */
  readonly finish: () => Promise<void>;
  /** Aborts the current run at any point. */
  readonly stop: () => void;
  readonly counts: () => { readonly reindexes: number; readonly reindexKills: number };
}

const cli = join(import.meta.dirname, '../../scripts/cli.ts');
/** Slow enough to be killed in the middle. */
const pace = ['--throttle', '150'];
const starts = [
  ['--from', 'index', ...pace],
  ['--from', 'raw', ...pace],
];

/**
 * Reindexes repeatedly, as an operator does: interrupted runs are resumed, finished ones are kept or rolled back.
 * Calls `differs` if a run refused to swap.
 */
export const runReindexer = (
  env: NodeJS.ProcessEnv,
  random: Random,
  log: (line: string) => void,
  differs: (output: string) => void,
): Reindexer => {
  let going = true;
  let isStopped = false;
  let current: ChildProcess | null = null;
  let reindexes = 0;
  let reindexKills = 0;

  const run = async (args: readonly string[]): Promise<number | null> => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', cli, 'reindex', ...args],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, ...env },
      },
    );
    current = child;
    let output = '';
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString();
    });
    const [code]: (number | null)[] = await once(child, 'close');
    current = null;
    if (code === 3) differs(output);
    return code ?? null;
  };

  /**
   * Continues after any interruption; without anything to resume it starts again.
   *
   * @returns whether it finished; false if there was nothing to do
   */
  const runToEnd = async (args: readonly string[], again = ['--resume', ...pace]): Promise<boolean> => {
    let next = args;
    for (const end = Date.now() + 900_000; Date.now() < end && !isStopped; await pause(500)) {
      const code = await run(next);
      if (code === 0) return true;
      if (code === 2 && next === args) return false;
      if (code === 3) await run(['--abandon']);
      next = code === 2 || code === 3 ? args : again;
    }
    throw new Error(`reindex ${args.join(' ')} does not come to an end`);
  };

  const work = (async () => {
    while (going) {
      if (await runToEnd(draw(starts, random))) reindexes += 1;
      log(`  ${reindexes} reindexes are done`);
      if (random() < 0.3 && going) await runToEnd(['--rollback']);
      await runToEnd(['--drop-old'], ['--drop-old']);
      await pause(1000);
    }
  })();
  // Reported by `finish`; until then it must not be an unhandled rejection.
  work.catch(() => {});

  return {
    kill: {
      name: 'reindex',
      strike: async ({ client, names }) => {
        // Not while it is starting: it must be running.
        for (const end = Date.now() + 30_000; Date.now() < end; await pause(200)) {
          const found = await readReindexState(client, names.state).catch(() => null);
          if (current !== null && found !== null && isAlive(found) && found.state.phase !== 'done') break;
        }
        await pause(2000 * random());
        if (current?.kill('SIGKILL')) reindexKills += 1;
      },
    },
    finish: async () => {
      going = false;
      await work;
    },
    stop: () => {
      going = false;
      isStopped = true;
      current?.kill('SIGKILL');
    },
    counts: () => ({ reindexes, reindexKills }),
  };
};
