import type { ItemOutcome } from '../bulk.ts';

/** @throws if a record was not written, unless another writer wrote it meanwhile */
export const requireWritten = (outcomes: readonly ItemOutcome[]): void => {
  const bad = outcomes.find(({ kind }) => kind !== 'written' && kind !== 'conflict');
  if (bad) throw new Error(`matches could not be recorded: ${'reason' in bad ? bad.reason : bad.kind}`);
};
