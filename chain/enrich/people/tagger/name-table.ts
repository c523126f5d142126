import { hashFolded, mix } from './hashing.ts';

/**
 * Data about single words in any script: how often a word is a part of a person's name, as given name
 * and as surname, whether it is part of a place's or agency's name, and how common it is in lower case. Only
 * 16-bit fingerprints are kept: one look-up in some ten thousand returns the data of another word.
 */
export interface NameTable {
  /** Bits of `nameBits` below; 0 for an unknown word. `hash` is `hashFolded` of the word. */
  readonly bits: (hash: number) => number;
  /** How often the word occurs in lower case: 0 unknown, else 1 (rare) to 15 (every line). */
  readonly commonness: (hash: number) => number;
}

/** Buckets of two bits each: 0 unknown, 1 once or twice, 2 several, 3 often. */
export const nameBits = {
  anyShift: 0,
  givenShift: 2,
  surnameShift: 4,
  place: 64,
  organisation: 128,
} as const;

/** How frequent a word is as a given name, 0 to 3. */
export const knownAsGiven = (names: NameTable, word: string): number =>
  (names.bits(hashFolded(word, 0, word.length)) >> nameBits.givenShift) & 3;

export interface NameTableData {
  readonly prints: Uint16Array;
  readonly names: Uint8Array;
  readonly words: Uint8Array;
}

const probes = 16;

export const openNameTable = ({ prints, names, words }: NameTableData): NameTable => {
  const slot = (hash: number): number => findSlot(prints, hash);
  return {
    bits: (hash) => {
      const at = slot(hash);
      return at < 0 ? 0 : (names[at] ?? 0);
    },
    commonness: (hash) => {
      const at = slot(hash);
      return at < 0 ? 0 : (words[at] ?? 0);
    },
  };
};

/** Position of a word in the table, or −1. */
export const findSlot = (prints: Uint16Array, hash: number): number => {
  const mask = prints.length - 1;
  const spread = mix(hash, 7);
  const print = mix(hash, 11) & 0xffff || 1;
  for (let step = 0; step < probes; step += 1) {
    const at = (spread + step) & mask;
    const found = prints[at] ?? 0;
    if (found === print) return at;
    if (found === 0) return -1;
  }
  return -1;
};

export interface WordFacts {
  readonly hash: number;
  readonly name: number;
  readonly word: number;
}

/** Fills a table of 2^`bits` slots; words without a free slot near their own are left out. */
export const buildNameTable = (facts: Iterable<WordFacts>, bits: number): NameTableData => {
  const size = 2 ** bits;
  const table = { prints: new Uint16Array(size), names: new Uint8Array(size), words: new Uint8Array(size) };
  for (const { hash, name, word } of facts) {
    const at = findFree(table.prints, hash);
    if (at < 0) continue;
    table.prints[at] = mix(hash, 11) & 0xffff || 1;
    table.names[at] = name;
    table.words[at] = word;
  }
  return table;
};

const findFree = (prints: Uint16Array, hash: number): number => {
  const mask = prints.length - 1;
  const spread = mix(hash, 7);
  for (let step = 0; step < probes; step += 1) {
    const at = (spread + step) & mask;
    if ((prints[at] ?? 0) === 0) return at;
  }
  return -1;
};
