import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidUse } from './options.ts';

/**
 * Locks a data folder for this process: two servers on one folder would corrupt each other's data.
 *
 * @returns releases it
 * @throws {InvalidUse} if a living process has it
 */
export const takeDataFolder = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true });
  // If this process is root, the servers run under another account, which must be able to enter the folder.
  chmodSync(folder, 0o755);
  const mark = join(folder, 'running.pid');
  const owner = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0;
  if (owner > 0 && owner !== process.pid && isAlive(owner)) {
    throw new InvalidUse(
      `Dateline already runs on ${folder} (process ${owner}). Stop it, or start beside it with --data-dir and --port.`,
    );
  }
  writeFileSync(mark, String(process.pid));
  return () => rmSync(mark, { force: true });
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The secret of this folder: made at the first start, readable to its owner only, the same at every later one. */
export const keepSecret = (folder: string, name: string, make = newSecret): string => {
  const path = join(folder, name);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const secret = make();
  writeFileSync(path, `${secret}\n`, { mode: 0o600 });
  return secret;
};

const newSecret = (): string => `dev_${randomBytes(24).toString('base64url')}`;
