import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/**
 * Takes in the sample articles by the very command an operator would use, its progress bar included. Those that
 * are there already are `unchanged` and cost no write.
 */
export const ingestSamples = async (env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> => {
  say('Taking in the sample articles …');
  const args = ['--disable-warning=ExperimentalWarning', 'scripts/cli.ts', 'ingest', 'samples'];
  const code = await new Promise<number>((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', () => resolve(1));
    child.on('exit', (exit) => resolve(exit ?? 1));
  });
  if (code !== 0)
    say('Some sample articles could not be taken in; the lines above say which. Dateline runs without.');
};
