import type { RawInput } from './article.ts';
import type { Bound } from './bound.ts';

/** Which queue an article goes through: `live` if someone waits for it, `bulk` for imports. */
export type Lane = 'live' | 'bulk';

/** One request to write or delete an article, validated at the edge. */
export interface Submission {
  readonly id: string;
  /** `null` deletes. */
  readonly input: RawInput | null;
  /** Length of the input as it came, in bytes. */
  readonly bytes: number;
  /** The caller's own order: lower than what is stored is `stale`. */
  readonly order?: Order;
  /** ISO instant before which only writers may see the article. */
  readonly publishAt?: string;
  /** Why its sender withdraws it: `canceled`, `withheld` …; only if `input` is null. */
  readonly withdrawn?: string;
  /** Only for a deletion: from its acceptance on, the article cannot be sent again. */
  readonly purge?: boolean;
  /** Only if the stored revision is this one; 0: only if there is none. */
  readonly expected?: number;
  /** The bound of the key that sends it; absent if the key may write everything. */
  readonly bound?: Bound;
  /** Ids of the agencies that the article belongs to, where the key is bound to agencies. */
  readonly owner?: readonly string[];
}

/** A caller's own order of revisions: a number, or an instant as ISO 8601 in UTC. */
export type Order =
  | { readonly by: 'sequence'; readonly sequence: number }
  | { readonly by: 'modified'; readonly modified: string };

/** `purged`: its text was erased permanently, and it has not been allowed again. */
export type AcceptOutcome =
  | 'accepted'
  | 'unchanged'
  | 'stale'
  | 'conflict'
  | 'missing'
  | 'forbidden'
  | 'purged';

/** The outcome of a submission. `revision` is the stored one; 0 if there is none. */
export interface Accepted {
  readonly id: string;
  readonly revision: number;
  readonly outcome: AcceptOutcome;
}
