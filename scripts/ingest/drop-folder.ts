import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { printable } from '../printable.ts';
import type { Failed } from './tally.ts';

/** A delivered file, as listed in the folder. */
export interface Dropped {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** Names under which files are written before they are renamed. */
const UNFINISHED = /^[.~]|~$|\.(?:part|partial|filepart|tmp|temp|crdownload|swp|lock|writing|uploading)$/i;
/** An empty file may still be written; after this time it counts as complete. */
const emptyMs = 60_000;

const DONE = 'done';
const FAILED = 'failed';

/** @throws if it is not a folder, or not writable */
export const openDropFolder = async (folder: string): Promise<void> => {
  for (const name of [DONE, FAILED]) await mkdir(join(folder, name), { recursive: true });
};

/**
 * Finds complete files: their names are not those of unfinished files, and size and time have not changed.
 *
 * @param before  the previous listing, by name
 * @returns all files, by name, and the complete ones, the oldest first
 */
export const lookInto = async (
  folder: string,
  before: ReadonlyMap<string, Dropped>,
): Promise<{ readonly seen: ReadonlyMap<string, Dropped>; readonly whole: readonly Dropped[] }> => {
  const seen = new Map<string, Dropped>();
  for (const name of await readdir(folder)) {
    if (UNFINISHED.test(name)) continue;
    const dropped = await look(folder, name);
    if (dropped) seen.set(name, dropped);
  }
  const whole = [...seen.values()].filter(
    (file) =>
      isSame(before.get(file.name), file) && (file.bytes > 0 || Date.now() - file.modifiedMs > emptyMs),
  );
  return {
    seen,
    whole: whole.sort((a, b) => a.modifiedMs - b.modifiedMs || (a.name < b.name ? -1 : 1)),
  };
};

/** @returns null if it no longer exists, or is not a file */
const look = async (folder: string, name: string): Promise<Dropped | null> => {
  const path = join(folder, name);
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { name, path, bytes: found.size, modifiedMs: found.mtimeMs } : null;
};

const isSame = (one: Dropped | null | undefined, other: Dropped): boolean =>
  one?.bytes === other.bytes && one.modifiedMs === other.modifiedMs;

/**
 * Moves an imported file to `done`, or to `failed` with the reasons beside it. The reasons are written first, so that
 * after an interruption between the two the file is imported again.
 *
 * @returns false if the file has changed since it was read: it stays for the next round
 */
export const putAway = async (
  folder: string,
  dropped: Dropped,
  failures: readonly Failed[],
): Promise<boolean> => {
  if (!isSame(await look(folder, dropped.name), dropped)) return false;
  const to = join(folder, failures.length === 0 ? DONE : FAILED);
  const path = freePath(to, dropped.name);
  if (failures.length > 0)
    await writeFile(
      `${path}.reasons.ndjson`,
      failures.map((failed) => `${printable(JSON.stringify({ ...failed, file: path }))}\n`).join(''),
    );
  await rename(dropped.path, path);
  return true;
};

/** Agencies reuse names: never overwrite an earlier file. */
const freePath = (folder: string, name: string): string => {
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n += 1) {
    const path = join(folder, n === 1 ? name : `${stem}-${n}${ext}`);
    if (!existsSync(path)) return path;
  }
};
