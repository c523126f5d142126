import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { printable } from '../printable.ts';
import type { Source } from './source.ts';
import type { Failed } from './tally.ts';

export interface FailureFile {
  readonly write: (failed: Failed) => void;
  readonly close: () => void;
}

/** Writes failures as they are found, one per line, so that `--retry` can import only these. */
export const openFailureFile = (path: string): FailureFile => {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  return {
    write: (failed) => void writeSync(file, `${printable(JSON.stringify(failed))}\n`),
    close: () => closeSync(file),
  };
};

const line = z.object({ file: z.string().nullable(), place: z.number().int().nullable() });

/** Files or addresses of a list of failures, and the places in each; the whole file if a place is unknown. */
export const readFailureFile = (path: string): ReadonlyMap<string, ReadonlySet<number> | 'all'> => {
  const places = new Map<string, Set<number> | 'all'>();
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    if (text.trim() === '') continue;
    const { file, place } = line.parse(JSON.parse(text));
    if (file === null) continue;
    const known = places.get(file) ?? new Set<number>();
    places.set(file, known === 'all' || place === null ? 'all' : known.add(place));
  }
  return places;
};

/** The same source, limited to some places. Saves no progress, because the places are few and unordered. */
export const onlyAt = (source: Source, places: ReadonlySet<number> | 'all' | undefined): Source => ({
  ...source,
  path: source.path,
  modifiedMs: Date.now(),
  read: async function* () {
    for await (const record of source.read())
      if (places === 'all' || places?.has(record.place) === true) yield record;
  },
});
