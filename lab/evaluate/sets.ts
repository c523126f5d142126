import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One file of measuring data. */
export interface DataSet {
  /** The file's name before `.dev`, `.test`, `.train`, `.ndjson` and `.tsv`. */
  readonly name: string;
  readonly path: string;
  readonly split: 'dev' | 'test' | 'train' | null;
}

/**
 * The files of one kind in a data folder, `.train` files left out unless asked for.
 *
 * @returns sorted by name; empty if the folder is absent
 */
export const listSets = (
  data: string,
  folder: string,
  { train = false, endings = ['.ndjson'] }: { train?: boolean; endings?: readonly string[] } = {},
): readonly DataSet[] => {
  const directory = join(data, folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((file) => endings.some((ending) => file.replace(/\.gz$/, '').endsWith(ending)))
    .sort()
    .map((file) => describe(directory, file))
    .filter((set) => (set.split === 'train') === train);
};

const describe = (directory: string, file: string): DataSet => {
  const stem = file.replace(/\.gz$/, '').replace(/\.(ndjson|tsv)$/, '');
  const split = /\.(dev|test|train)$/.exec(stem)?.[1] as DataSet['split'] | undefined;
  return {
    name: split ? stem.slice(0, -split.length - 1) : stem,
    path: join(directory, file),
    split: split ?? null,
  };
};

/** A file of measuring data is invalid; the message names file and line. */
export class UnreadableData extends Error {
  override readonly name = 'UnreadableData';
}

/** Lines of a plain or gzipped text file, one at a time; only a line feed ends one (not U+2028, as `readline` has it). */
export async function* readLines(path: string): AsyncGenerator<string> {
  try {
    yield* linesOf(path);
  } catch (cause) {
    // A generator sees only its own errors, not those of the consumer.
    throw new UnreadableData(`${path}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  // Errors of the file must end the iteration; `pipe` alone would leave them unhandled.
  const input = path.endsWith('.gz') ? pipeline(file, createGunzip(), () => {}) : file;
  input.setEncoding('utf8');
  let rest = '';
  for await (const piece of input) {
    const lines = (rest + String(piece)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}

/** Reads the records of an NDJSON file; `parse` validates a record and throws if it is invalid. */
export async function* readRecords<T>(path: string, parse: (value: unknown) => T): AsyncGenerator<T> {
  let number = 0;
  for await (const line of readLines(path)) {
    number += 1;
    try {
      yield parse(JSON.parse(line));
    } catch (cause) {
      throw new UnreadableData(`${path}, line ${number}: ${cause instanceof Error ? cause.message : cause}`, {
        cause,
      });
    }
  }
}
