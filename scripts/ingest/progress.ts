import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Source } from './source.ts';

const state = z.record(
  z.string(),
  z.object({ bytes: z.number(), modifiedMs: z.number(), place: z.number() }),
);

export interface Progress {
  /** The last place in a file that an earlier, interrupted run has sent; 0 for none. */
  readonly placeIn: (file: Source) => number;
  readonly reached: (file: Source, place: number) => void;
  /** A finished file needs no record: a second run finds every article unchanged. */
  readonly finished: (file: Source) => void;
}

/** Saves the progress of an import in a file, so that it can continue after an interruption. */
export const openProgress = (path: string): Progress => {
  const places = read(path);
  const write = (): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(places));
    renameSync(`${path}.new`, path);
  };
  return {
    placeIn: (file) => {
      const known = places[file.path];
      return known && known.bytes === file.bytes && known.modifiedMs === file.modifiedMs ? known.place : 0;
    },
    reached: ({ path: name, bytes, modifiedMs }, place) => {
      places[name] = { bytes, modifiedMs, place };
      write();
    },
    finished: ({ path: name }) => {
      delete places[name];
      write();
    },
  };
};

const read = (path: string): z.infer<typeof state> => {
  try {
    return state.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
};
