import { types } from './character-types.ts';
import { offsetBasis, prime } from './hashing.ts';
import { markNames, type NameMarks } from './name-marks.ts';
import type { WordClusters } from './word-clusters.ts';

/**
 * Data about the words that contain each character: a word is a segmented one, or a whole run of katakana or Latin
 * letters up to a dot.
 */
export interface CharacterCompany extends NameMarks {
  /** First and one past the last character of the word. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Two distributional groups and the kinds, 0 if unknown. */
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly kinds: Uint8Array;
  /** The second group of the character as a separate word. */
  readonly alone: Uint8Array;
}

export const gatherCompany = (
  unit: Uint16Array,
  type: Uint8Array,
  word: Uint16Array,
  clusters: WordClusters,
): CharacterCompany => {
  const size = unit.length;
  const { start, end } = findChunks(type, word);
  const company = {
    start,
    end,
    first: new Uint8Array(size),
    second: new Uint8Array(size),
    kinds: new Uint8Array(size),
    alone: new Uint8Array(size),
    ...markNames(unit, type, clusters),
  };
  for (let from = 0; from < size; from = end[from] ?? size) {
    const to = end[from] ?? size;
    const at = type[from] === types.stop ? -1 : clusters.offsetOf(hashOf(unit, from, to));
    if (at < 0) continue;
    company.first.fill(clusters.groups[at] ?? 0, from, to);
    company.second.fill(clusters.groups[at + 1] ?? 0, from, to);
    company.kinds.fill(clusters.groups[at + 2] ?? 0, from, to);
  }
  for (let at = 0; at < size; at += 1) {
    if (type[at] !== types.han) continue;
    const slot = clusters.offsetOf(hashOf(unit, at, at + 1));
    company.alone[at] = slot < 0 ? 0 : (clusters.groups[slot + 1] ?? 0);
  }
  return company;
};

const hashOf = (unit: Uint16Array, from: number, to: number): number => {
  let hash = offsetBasis;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (unit[at] ?? 0), prime);
  return hash >>> 0;
};

const joins = (type: number): boolean => type === types.katakana || type === types.latin;

const findChunks = (type: Uint8Array, word: Uint16Array): { start: Int32Array; end: Int32Array } => {
  const size = type.length;
  const start = new Int32Array(size);
  const end = new Int32Array(size);
  for (let from = 0; from < size; ) {
    const kind = type[from] ?? 0;
    let to = from + 1;
    if (joins(kind)) while (to < size && type[to] === kind) to += 1;
    else while (to < size && ((word[to] ?? 0) & 3) > 1 && !joins(type[to] ?? 0)) to += 1;
    start.fill(from, from, to);
    end.fill(to, from, to);
    from = to;
  }
  return { start, end };
};
