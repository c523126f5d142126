import type { BulkOperation, ItemOutcome } from '../../platform/bulk.ts';
import type { Send } from './without-new-fields.ts';

/**
 * A language's index is made with its first document: what was refused since its alias was missing is sent again once
 * the index stands.
 *
 * @returns one outcome an operation, in order
 * @throws what `makeIndices` throws; what was written meanwhile may be sent again, its version protects it
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
