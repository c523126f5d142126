import type { RawInput } from './article.ts';
import type { Bound } from './bound.ts';

/** Which queue carries an article: one that somebody waits for, or one of many. */
export type Lane = 'live' | 'bulk';

/** One wish to write or delete an article, checked at the edge. */
export interface Submission {
  readonly id: string;
  /** `null` deletes. */
  readonly input: RawInput | null;
  /** Length of the input in bytes, as it came. */
  readonly bytes: number;
  /** The caller's own order: lower than what is stored is `stale`. */
  readonly order?: Order;
  /** ISO instant before which nobody but writers may see the article. */
  readonly publishAt?: string;
  /** Why its sender takes it down: `canceled`, `withheld` …; only where `input` is null. */
  readonly withdrawn?: string;
  /** Only if the stored revision is this one; 0: only if there is none. */
  readonly expected?: number;
  /** Of the key that sends it; absent for whoever may write all. */
  readonly bound?: Bound;
  /** Ids of the agencies that the article belongs to, where the key is bound to agencies. */
  readonly owner?: readonly string[];
}

/** A caller's own order of revisions: a number, or an instant as ISO 8601 in UTC. */
export type Order =
  | { readonly by: 'sequence'; readonly sequence: number }
  | { readonly by: 'modified'; readonly modified: string };

export type AcceptOutcome = 'accepted' | 'unchanged' | 'stale' | 'conflict' | 'missing' | 'forbidden';

/** What became of a submission. `revision` is the stored one; 0 where there is none. */
export interface Accepted {
  readonly id: string;
  readonly revision: number;
  readonly outcome: AcceptOutcome;
}
