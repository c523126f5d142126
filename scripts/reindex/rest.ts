import { CannotReindex } from './outcomes.ts';

/** What was written while a round copied is left to the next one, and in the end to the fence. */
export const maxRounds = 8;

/** Little enough that no writer notices the fence. */
const smallRest = 1000;
/** Writers wait for it some ten seconds. */
const largestRest = 20_000;

export const isSmallRest = (documents: number): boolean => documents <= smallRest;

/** @throws {CannotReindex} where writers would wait too long behind the fence: they write faster than is copied */
export const refuseLargeRest = (documents: number): void => {
  if (documents <= largestRest) return;
  throw new CannotReindex(
    `after ${maxRounds} rounds ${documents} documents are left, and writers would have to wait for them: ` +
      'raise --throttle, or wait for fewer writes, and go on with --resume',
  );
};
