import { profileFor } from '../../languages/index.ts';
import { articleFields } from '../../mappings/articles.ts';
import { fallbackLanguage } from '../../mappings/required.ts';
import type { BulkOperation, ItemOutcome } from '../../platform/bulk.ts';

export type Send = (operations: readonly BulkOperation[]) => Promise<readonly ItemOutcome[]>;

export interface NewFields {
  /** Whether this version of the code maps the field, by its path. */
  readonly isMapped: (path: string) => boolean;
  /** Called for each field that an index lacks. */
  readonly note: (path: string) => void;
}

/** The fields that this version of the code maps. */
export const createNewFields = (note: NewFields['note']): NewFields => {
  const mapped = articleFields(profileFor(fallbackLanguage).analysis);
  return { isMapped: (path) => mapped.has(path), note };
};

/** Most fields that one document can lose; each costs a round. */
const MOST_ROUNDS = 20;

/**
 * An index of an earlier release gets documents without newer fields; a reindex adds these.
 * A field that this release does not map either is a bug, and the document stays rejected.
 *
 * @returns one outcome per operation, in order
 */
export const sendWithoutNewFields = async (
  send: Send,
  operations: readonly BulkOperation[],
  fields: NewFields,
): Promise<readonly ItemOutcome[]> => {
  const outcomes = [...(await send(operations))];
  let open = operations.map((operation, n) => ({ operation, n }));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    open = open.flatMap(({ operation, n }) => {
      const path = unknownField(outcomes[n]);
      if (path === null || operation.document === undefined || !fields.isMapped(path)) return [];
      fields.note(path);
      return [{ n, operation: { ...operation, document: without(operation.document, path) } }];
    });
    if (open.length === 0) break;
    const again = await send(open.map(({ operation }) => operation));
    open.forEach(({ n }, at) => {
      const outcome = again[at];
      if (outcome) outcomes[n] = outcome;
    });
  }
  return outcomes;
};

/** The path of the field that a strict mapping refused. */
const unknownField = (outcome: ItemOutcome | undefined): string | null => {
  if (outcome?.kind !== 'rejected' || outcome.reason !== 'strict-dynamic-mapping-exception') return null;
  const [, name, within] = /introduction of \[([^\]]+)\] within \[([^\]]+)\]/.exec(outcome.detail) ?? [];
  if (name === undefined) return null;
  return within === '_doc' ? name : `${within}.${name}`;
};

const without = (json: string, path: string): string => {
  const document: Record<string, unknown> = JSON.parse(json);
  const [outer = '', inner] = path.split('.');
  const { [outer]: value, ...rest } = document;
  if (inner === undefined || typeof value !== 'object' || value === null) return JSON.stringify(rest);
  const kept = Object.entries(value).filter(([name]) => name !== inner);
  return JSON.stringify({ ...document, [outer]: Object.fromEntries(kept) });
};
