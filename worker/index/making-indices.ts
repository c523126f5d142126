import type { BulkOperation, ItemOutcome } from '../../platform/bulk.ts';
import type { Send } from './without-new-fields.ts';

/**
 * A language's index is created with its first document: operations that failed because the alias was missing are sent
 * again once the index exists.
 *
 * @returns one outcome per operation, in order
 * @throws what `makeIndices` throws; operations that succeeded may be sent again, because versions protect them
 */
export const sendMakingIndices = async (
  send: Send,
  operations: readonly BulkOperation[],
  makeIndices: (languages: readonly string[]) => Promise<void>,
): Promise<readonly ItemOutcome[]> => {
  const outcomes = [...(await send(operations))];
  const unplaced = operations.flatMap((operation, n) => {
    const language = operation.beside?.language;
    return language !== undefined && lacksIndex(outcomes[n]) ? [{ n, operation, language }] : [];
  });
  if (unplaced.length === 0) return outcomes;
  await makeIndices([...new Set(unplaced.map(({ language }) => language))]);
  const again = await send(unplaced.map(({ operation }) => operation));
  unplaced.forEach(({ n }, at) => {
    const outcome = again[at];
    if (outcome) outcomes[n] = outcome;
  });
  return outcomes;
};

const lacksIndex = (outcome: ItemOutcome | undefined): boolean =>
  outcome?.kind === 'fault' && outcome.reason === 'index_not_found_exception';
