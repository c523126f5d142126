import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { leanMemory, nodeOptionsOf } from '../../../scripts/start/children.ts';
import { freePort } from '../../../stack/ports.ts';
import type { FilledIndex } from './filled-index.ts';

const root = join(import.meta.dirname, '../../..');

/** Starts an API process over a filled index, as `npm start` does, with its own key, and stops it after use. */
export const inService = async <T>(
  { environment }: FilledIndex,
  use: (url: string, key: string) => Promise<T>,
): Promise<T> => {
  const key = randomBytes(24).toString('hex');
  const port = String(await freePort());
  const env = { ...process.env, ...leanMemory, ...environment, DATELINE_KEY: key, DATELINE_PORT: port };
  const api = fork(join(root, 'api/main.ts'), { env, execArgv: [...nodeOptionsOf('api')] });
  try {
    await once(api, 'message');
    return await use(`http://127.0.0.1:${port}`, key);
  } finally {
    await end(api);
  }
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
};
