import type { Accepted } from '../../domain/submission.ts';
import type { Source } from './source.ts';

export interface Refusal {
  readonly file: string;
  readonly place: number;
  readonly detail: string;
}

export interface Tally {
  read: number;
  accepted: number;
  unchanged: number;
  stale: number;
  /** Refused at once: never kept. */
  readonly refused: Refusal[];
  refusals: number;
  /** Kept, and rejected by the worker. */
  failed: number;
  readonly failures: { id: string; reason: string; detail?: string | undefined }[];
  waiting: number;
}

export const createTally = (): Tally => ({
  read: 0,
  accepted: 0,
  unchanged: 0,
  stale: 0,
  refused: [],
  refusals: 0,
  failed: 0,
  failures: [],
  waiting: 0,
});

/** The first hundred are listed. */
export const refuse = (tally: Tally, { path }: Source, place: number, detail: string): void => {
  tally.refusals += 1;
  if (tally.refused.length < 100) tally.refused.push({ file: path, place, detail });
};

export const count = (answers: readonly Accepted[], tally: Tally): void => {
  for (const { outcome } of answers) {
    if (outcome === 'accepted') tally.accepted += 1;
    else if (outcome === 'stale') tally.stale += 1;
    else tally.unchanged += 1;
  }
};
