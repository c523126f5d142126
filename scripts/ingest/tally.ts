import type { FailureRecord } from '../../platform/articles/failures.ts';
import type { Source } from './source.ts';

/** An article that was not accepted, or failed later, and its place; `place` is null if unknown. */
export interface Failed {
  readonly file: string | null;
  readonly place: number | null;
  /** Null without an id, or if it could not be read. */
  readonly id: string | null;
  readonly reason: string;
  readonly detail: string;
}

export interface Tally {
  read: number;
  accepted: number;
  /** Withdrawn by their sender. */
  withdrawn: number;
  unchanged: number;
  stale: number;
  /** Not stored, because they were purged. */
  purged: number;
  /** Rejected at once, or stored and then rejected by the worker. */
  failed: number;
  /** Of these, stored and then rejected by the worker. */
  rejected: number;
  /** The first hundred of them; the failure file lists all. */
  readonly failures: Failed[];
  /** Records without an article, counted by kind. */
  readonly passed: Map<string, number>;
  waiting: number;
}

export const createTally = (): Tally => ({
  read: 0,
  accepted: 0,
  withdrawn: 0,
  unchanged: 0,
  stale: 0,
  purged: 0,
  failed: 0,
  rejected: 0,
  failures: [],
  passed: new Map(),
  waiting: 0,
});

const mostListed = 100;

export const noteFailed = (tally: Tally, failed: Failed): void => {
  tally.failed += 1;
  if (tally.failures.length < mostListed) tally.failures.push(failed);
};

export const notePassed = ({ passed }: Tally, what: string): void => {
  passed.set(what, (passed.get(what) ?? 0) + 1);
};

/** In a reason of one line, the part before the colon is its kind. */
export const refusal = (
  { path }: Pick<Source, 'path'>,
  place: number,
  id: string | null,
  detail: string,
): Failed => {
  const [, reason = 'invalid', rest = detail] = /^([a-z-]{3,40}): ([\s\S]{0,5000})$/.exec(detail) ?? [];
  return { file: path, place, id, reason, detail: rest };
};

export const rejection = (
  { id, reason, detail = '' }: FailureRecord,
  where: { readonly file: string; readonly place: number } | undefined,
): Failed => ({ file: where?.file ?? null, place: where?.place ?? null, id, reason, detail });
