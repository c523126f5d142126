import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../../platform/config.ts';
import { type Dropped, lookInto, openDropFolder, putAway } from './drop-folder.ts';
import { describeFile, knownEndings } from './files.ts';
import type { Progress } from './progress.ts';
import { ingestSources } from './run.ts';
import type { Source } from './source.ts';
import { type Failed, refusal, type Tally } from './tally.ts';

export interface WatchOptions {
  readonly config: Config;
  readonly folder: string;
  readonly namespace: string | undefined;
  readonly maxWaiting: number;
  /** How often the folder is listed; a file that is unchanged between two listings is complete. */
  readonly everyMs: number;
  readonly onDone: (file: string, failures: readonly Failed[]) => void;
  readonly onProgress: (tally: Tally, source: Source | null) => void;
  readonly onError: (error: unknown) => void;
  readonly stopped: AbortSignal;
}

/** Files that are imported together. */
const mostAtOnce = 200;

/**
 * Imports files delivered to a folder, until it is stopped. A file stays in place until all its articles are
 * indexed or have failed: after an interruption it is read again, and articles already stored are not stored twice.
 *
 * @throws if the folder is not writable
 */
export const watchFolder = async (options: WatchOptions): Promise<void> => {
  const { folder, everyMs, stopped, onError } = options;
  await openDropFolder(folder);
  let before: ReadonlyMap<string, Dropped> = new Map();
  while (!stopped.aborted) {
    try {
      const { seen, whole } = await lookInto(folder, before);
      before = seen;
      if (whole.length > 0) await takeIn(whole.slice(0, mostAtOnce), options);
    } catch (error) {
      // The store or the folder may be unavailable for a while; the files wait.
      onError(error);
    }
    await pause(everyMs, undefined, { signal: stopped }).catch(() => {});
  }
};

const takeIn = async (files: readonly Dropped[], options: WatchOptions): Promise<void> => {
  const { config, folder, namespace, maxWaiting, onDone, onProgress, stopped } = options;
  const failures = new Map<string, Failed[]>();
  const note = (path: string, failed: Failed): void => {
    failures.set(path, [...(failures.get(path) ?? []), failed]);
  };
  const sources: Source[] = [];
  for (const { path } of files) {
    const source = await describeFile(path, namespace).catch(() => null);
    if (source) sources.push({ ...source, path });
    else note(path, unreadable(path));
  }
  await ingestSources({
    config,
    sources,
    // Articles stored by an interrupted run are processed again, because only that reports their failures.
    isRetry: true,
    failures: {
      // An article's place is not always known; then no file counts as done.
      write: (failed) =>
        files.forEach(({ path }) => {
          if (failed.file === null || failed.file === path) note(path, failed);
        }),
      close: () => {},
    },
    progress: forgetful,
    maxWaiting,
    onProgress,
    stopped,
  });
  if (stopped.aborted) return;
  for (const file of files) {
    const own = failures.get(file.path) ?? [];
    if (await putAway(folder, file, own)) onDone(file.name, own);
  }
};

/** A file is always read from its beginning; the folder it is in is its only state. */
const forgetful: Progress = { placeIn: () => 0, reached: () => {}, finished: () => {} };

const unreadable = (path: string): Failed =>
  refusal({ path }, 1, null, `unknown-format: read are ${knownEndings}`);
