import { isWithin } from '../../domain/bound.ts';
import type { Accepted, Submission } from '../../domain/submission.ts';
import type { RawHead } from './records.ts';

/** The decision about a submission, compared with what is stored. */
export type Verdict =
  | { readonly kind: 'write'; readonly revision: number }
  /** Same content under a later order of the caller's own: only the order is kept. */
  | { readonly kind: 'reorder'; readonly revision: number }
  | {
      readonly kind: 'answer';
      readonly outcome: Exclude<Accepted['outcome'], 'accepted'>;
      readonly revision: number;
    };

/** @param checksum  of the submission's input; empty for a deletion */
export const judge = (submission: Submission, checksum: string, stored: RawHead | null): Verdict => {
  const revision = stored?.revision ?? 0;
  const exists = stored !== null && !stored.deleted;
  if (isForbidden(submission, stored)) return { kind: 'answer', outcome: 'forbidden', revision: 0 };
  if (submission.expected !== undefined && submission.expected !== (exists ? revision : 0)) {
    return { kind: 'answer', outcome: 'conflict', revision };
  }
  if (submission.input !== null && stored?.purged) return { kind: 'answer', outcome: 'purged', revision };
  const place = stored ? compareOrder(submission, stored) : 0;
  if (place < 0) return { kind: 'answer', outcome: 'stale', revision };
  if (submission.input === null && stored === null && !isRemembered(submission))
    return { kind: 'answer', outcome: 'missing', revision };
  if (stored && isSame(submission, checksum, stored)) {
    return place > 0 ? { kind: 'reorder', revision } : { kind: 'answer', outcome: 'unchanged', revision };
  }
  return { kind: 'write', revision: revision + 1 };
};

/** The withdrawal of an article that is not stored is kept, so that an older version cannot be accepted after it. */
const isRemembered = ({ input, withdrawn, order }: Submission): boolean =>
  input === null && withdrawn !== undefined && order !== undefined;

/** A bound key may write new articles and articles within its binding. */
const isForbidden = ({ id, bound, owner }: Submission, stored: RawHead | null): boolean =>
  bound !== undefined && !isWithin(bound, { id, owner: stored ? stored.owner : owner });

const isSame = (submission: Submission, checksum: string, stored: RawHead): boolean =>
  submission.input === null
    ? stored.deleted && (!submission.purge || stored.purged === true)
    : !stored.deleted &&
      stored.checksum === checksum &&
      (stored.publishAt ?? null) === (submission.publishAt ?? null);

/** Below 0: older than what is stored. Orders of different kinds do not compare, and the newest arrival wins. */
const compareOrder = ({ order }: Submission, stored: RawHead): number => {
  if (order?.by === 'sequence' && stored.sequence != null) return order.sequence - stored.sequence;
  if (order?.by === 'modified' && stored.modified != null) {
    return Date.parse(order.modified) - Date.parse(stored.modified);
  }
  return 0;
};

/** What `raw` keeps of the caller's order; an article sent without one keeps the last one known. */
export const nextOrder = ({ order }: Submission, stored: RawHead | null) => {
  const sequence = order?.by === 'sequence' ? order.sequence : stored?.sequence;
  const modified = order?.by === 'modified' ? order.modified : stored?.modified;
  return { ...(sequence == null ? {} : { sequence }), ...(modified == null ? {} : { modified }) };
};
