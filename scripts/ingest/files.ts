import { createReadStream } from 'node:fs';
import { glob, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { kinds } from './kinds.ts';
import { readContents } from './records.ts';
import type { Origin, Source } from './source.ts';
import { type ReadMember, readZip } from './zip.ts';

/** An argument is not a file, or a file of an unknown kind. */
export class NothingToRead extends Error {
  override readonly name = 'NothingToRead';
}

const ending = new RegExp(`\\.(?:(${[...kinds.keys()].join('|')})(\\.gz)?|(zip))$`, 'i');

/** For messages and `--help`. */
export const knownEndings = `${[...kinds.keys()].map((name) => `.${name}`).join(' ')}, each also .gz or in a .zip`;

/**
 * Files given by name, by folder at any depth, or by glob; each once, sorted. In folders, files with other extensions are
 * ignored.
 *
 * @param namespace  prefix for ids read from them; by default the file's name without extensions
 * @throws {NothingToRead}
 */
export const findFiles = async (
  wanted: readonly string[],
  namespace: string | undefined,
): Promise<readonly Source[]> => {
  const found = new Map<string, Source>();
  for (const argument of wanted) {
    const before = found.size;
    for (const path of await expand(argument)) {
      const file = await describeFile(path, namespace);
      if (file) found.set(file.path, file);
    }
    if (found.size === before && !(await exists(argument)))
      throw new NothingToRead(`${argument}: no such file`);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
};

const expand = async (argument: string): Promise<readonly string[]> => {
  const stats = await stat(argument).catch(() => null);
  if (stats?.isFile()) {
    if (!ending.test(argument)) throw new NothingToRead(`${argument}: read are ${knownEndings}`);
    return [argument];
  }
  return Array.fromAsync(glob(stats ? join(argument, '**/*') : argument));
};

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

/** One file; null if its kind is not supported. @throws if it does not exist */
export const describeFile = async (path: string, namespace: string | undefined): Promise<Source | null> => {
  const match = ending.exec(path);
  const stats = await stat(path);
  const isZip = match?.[3] !== undefined;
  const from = originOf(path, namespace);
  if (!stats.isFile() || (from === null && !isZip)) return null;
  return {
    path: resolve(path),
    bytes: stats.size,
    modifiedMs: Math.floor(stats.mtimeMs),
    read: () =>
      from === null
        ? readZip(path, (name) => readMember(name, namespace))
        : readContents(open(path, match?.[2] !== undefined), from),
  };
};

/** By its name; null if its kind is not supported. */
const originOf = (path: string, namespace: string | undefined): Origin | null => {
  const kind = kinds.get(ending.exec(path)?.[1]?.toLowerCase() ?? '');
  if (!kind) return null;
  const name = namespace ?? basename(path).replace(ending, '');
  return { kind, namespace: name === '' ? '' : `${name}:` };
};

/** A file in an archive is read like one in a folder. */
const readMember = (name: string, namespace: string | undefined): ReturnType<ReadMember> => {
  const from = originOf(name, namespace);
  return from === null ? null : (bytes) => readContents(bytes, from);
};

const open = (path: string, isGzipped: boolean): AsyncIterable<Uint8Array> => {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (!isGzipped) return stream;
  const unzipped = createGunzip();
  stream.on('error', (error) => unzipped.destroy(error));
  return stream.pipe(unzipped);
};
