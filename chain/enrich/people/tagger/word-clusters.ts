import { mix } from './hashing.ts';
import { findSlot } from './name-table.ts';

/**
 * Words grouped by their contexts, one grouping per column, learned elsewhere from much running text (see
 * models/README.md): a surname that no labelled text contains is still in a group of surnames. As in the list of names,
 * only 16-bit fingerprints are kept.
 */
export interface WordClusters {
  readonly columns: number;
  /** The groups of a word, `columns` bytes from the offset that is returned; −1 if the word is unknown. */
  readonly offsetOf: (key: number) => number;
  readonly groups: Uint8Array;
}

export interface WordClusterData {
  readonly prints: Uint16Array;
  /** `groups[slot * columns + column]`: 0 if that grouping does not know the word, else 1–255. */
  readonly groups: Uint8Array;
}

export const openWordClusters = ({ prints, groups }: WordClusterData): WordClusters => {
  const columns = groups.length / prints.length;
  return {
    columns,
    groups,
    offsetOf: (key) => {
      const slot = findSlot(prints, key);
      return slot < 0 ? -1 : slot * columns;
    },
  };
};

/** Without any word: for models trained without groups. */
export const noClusters: WordClusters = { columns: 0, groups: new Uint8Array(0), offsetOf: () => -1 };

/** The key of a word by its folded hash: a capitalised word differs from the same word in lower case. */
export const clusterKey = (hash: number, capital: boolean): number => (capital ? mix(hash, 0x43) : hash);

export interface ClusteredWord {
  readonly key: number;
  readonly groups: readonly number[];
}

const probes = 16;

/** Packs words into 2^`bits` slots in the given order; a word whose neighbourhood is full is left out. */
export const buildWordClusters = (
  words: Iterable<ClusteredWord>,
  bits: number,
  columns: number,
): WordClusterData => {
  const size = 2 ** bits;
  const data = { prints: new Uint16Array(size), groups: new Uint8Array(size * columns) };
  for (const { key, groups } of words) {
    if (findSlot(data.prints, key) >= 0) continue;
    const spread = mix(key, 7);
    for (let step = 0; step < probes; step += 1) {
      const at = (spread + step) & (size - 1);
      if (data.prints[at] !== 0) continue;
      data.prints[at] = mix(key, 11) & 0xffff || 1;
      data.groups.set(groups, at * columns);
      break;
    }
  }
  return data;
};
