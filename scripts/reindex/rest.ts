import { CannotReindex } from './outcomes.ts';

/** Writes during a round are left to the next one, and finally to the fence. */
export const maxRounds = 8;

/** Few enough that no writer notices the fence. */
const smallRest = 1000;
/** Copying this many takes about ten seconds, during which writers wait. */
const largestRest = 20_000;

export const isSmallRest = (documents: number): boolean => documents <= smallRest;

/** @throws {CannotReindex} if writers are faster than the copy, so that they would wait too long at the fence */
export const refuseLargeRest = (documents: number): void => {
  if (documents <= largestRest) return;
  throw new CannotReindex(
    `after ${maxRounds} rounds ${documents} documents are left, and writers would have to wait for them: ` +
      'raise --throttle, or wait for fewer writes, and continue with --resume',
  );
};
