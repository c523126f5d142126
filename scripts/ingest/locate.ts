import type { FailureRecord } from '../../platform/articles/failures.ts';
import { findFailures } from '../../platform/articles/find-failures.ts';
import type { CommandStore } from '../open-store.ts';
import type { Source } from './source.ts';
import { type Failed, rejection } from './tally.ts';

export interface Place {
  readonly file: string;
  readonly place: number;
}

/**
 * Reports the articles of this import that the workers rejected, each with its file and line. To find these, the files are
 * read again, because the ids of millions of articles are not kept for the few that fail. Addresses are not fetched again.
 *
 * @param fetched  places of articles from addresses
 */
export const noteRejections = async (
  store: CommandStore & { readonly trace: string },
  sources: readonly Source[],
  fetched: ReadonlyMap<string, Place>,
  tell: (failed: Failed) => void,
): Promise<void> => {
  const failures: FailureRecord[] = await Array.fromAsync(findFailures(store, { trace: store.trace }));
  if (failures.length === 0) return;
  const places = await locate(new Set(failures.map(({ id }) => id)), sources);
  for (const failure of failures) tell(rejection(failure, places.get(failure.id) ?? fetched.get(failure.id)));
};

const locate = async (
  wanted: ReadonlySet<string>,
  sources: readonly Source[],
): Promise<ReadonlyMap<string, Place>> => {
  const found = new Map<string, Place>();
  for (const { path, isRemote, read } of sources) {
    if (isRemote) continue;
    try {
      for await (const { place, read: one } of read()) {
        // The last line of an id is the one that failed.
        if (one.kind === 'submission' && wanted.has(one.submission.id))
          found.set(one.submission.id, { file: path, place });
      }
    } catch {
      // Already reported when it was read for the first time.
    }
  }
  return found;
};
