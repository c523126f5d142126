import { ImpossibleEdit, type NumberedEdit } from './person-edit.ts';

/** Edits that do not apply: reverted ones, reverts of missing ones, and entries of interrupted imports. */
export const findIdle = (edits: readonly NumberedEdit[]): ReadonlySet<number> =>
  new Set([...undoneEdits(edits), ...brokenOff(edits)]);

/** The entries that reverting this one reverts: all entries of an import. */
export const entriesWith = (edits: readonly NumberedEdit[], number: number): readonly number[] =>
  [...batchesOf(edits).values()].find((parts) => parts.includes(number)) ?? [number];

/**
 * Rejects an undo of an entry that does not exist. Entries already in the log are not checked again: they cannot be
 * removed from it, so a meaningless one must not block the others.
 *
 * @param edits the existing ones, followed by the new ones
 * @throws {ImpossibleEdit} for an undo of an entry that does not precede it
 */
export const refuseIdleUndos = (edits: readonly NumberedEdit[], wanted: readonly NumberedEdit[]): void => {
  const known = new Set(edits.map(({ number }) => number));
  for (const { number, edit } of wanted)
    if (edit.action === 'undo' && (edit.edit >= number || !known.has(edit.edit)))
      throw new ImpossibleEdit(`there is no edit ${edit.edit}`);
};

/** An undo may itself be undone: the latest one decides. */
const undoneEdits = (edits: readonly NumberedEdit[]): ReadonlySet<number> => {
  const undone = new Set<number>();
  for (const { number, edit } of [...edits].sort((one, other) => other.number - one.number)) {
    if (edit.action !== 'undo' || edit.edit >= number || undone.has(number)) continue;
    for (const each of entriesWith(edits, edit.edit)) undone.add(each);
  }
  return undone;
};

/** The numbers of the entries of each import with several entries. */
const batchesOf = (edits: readonly NumberedEdit[]): ReadonlyMap<string, readonly number[]> => {
  const batches = new Map<string, number[]>();
  for (const { number, edit } of edits)
    if (edit.action === 'import' && edit.batch)
      batches.set(edit.batch.id, [...(batches.get(edit.batch.id) ?? []), number]);
  return batches;
};

/** Entries of incomplete imports: their writer was interrupted. */
const brokenOff = (edits: readonly NumberedEdit[]): readonly number[] => {
  const batches = batchesOf(edits);
  return edits.flatMap(({ number, edit }) => {
    const batch = edit.action === 'import' ? edit.batch : undefined;
    return batch && (batches.get(batch.id)?.length ?? 0) < batch.parts ? [number] : [];
  });
};
