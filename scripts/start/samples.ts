import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How long an orderly shutdown may take before the process is killed. */
const patienceMs = 10_000;

const root = join(import.meta.dirname, '..', '..');

export interface SamplesRun {
  readonly done: Promise<void>;
  /** Stops the command; imported articles remain. */
  readonly stop: () => Promise<void>;
}

/**
 * Imports the sample articles with the command that operators use, including its progress bar. Existing articles are
 * `unchanged` and cost no write.
 */
export const ingestSamples = (env: NodeJS.ProcessEnv, say: (line: string) => void): SamplesRun => {
  say('Importing the sample articles …');
  const args = ['--disable-warning=ExperimentalWarning', 'scripts/cli.ts', 'ingest', 'samples'];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let stopping = false;
  const done = new Promise<number>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (exit) => resolve(exit ?? 1));
  }).then((code) => {
    if (code !== 0 && !stopping)
      say('Some sample articles could not be imported; see the lines above. Dateline runs without them.');
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await done;
    clearTimeout(timer);
  };
  return { done, stop };
};
