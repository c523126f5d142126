import { cueClasses, cueOf } from './cues.ts';
import { hashFolded } from './hashing.ts';
import type { NameTable } from './name-table.ts';
import { gaps, kinds, type Tokens } from './tokens.ts';
import { clusterKey, type WordClusters } from './word-clusters.ts';

/** Facts about each token that the templates combine. */
export interface WordFacts {
  readonly hash: Uint32Array;
  readonly bits: Uint8Array;
  readonly common: Uint8Array;
  readonly cue: Uint8Array;
  readonly shape: Uint8Array;
  /** `groups[token * columns + column]`, 0 if that grouping does not know the word. */
  readonly groups: Uint8Array;
  readonly columns: number;
}

export const gatherFacts = (tokens: Tokens, names: NameTable, clusters: WordClusters): WordFacts => {
  const { text, count, start, end, kind } = tokens;
  const facts = {
    hash: new Uint32Array(count),
    bits: new Uint8Array(count),
    common: new Uint8Array(count),
    cue: new Uint8Array(count),
    shape: new Uint8Array(count),
    groups: new Uint8Array(count * clusters.columns),
    columns: clusters.columns,
  };
  for (let at = 0; at < count; at += 1) {
    const hash = hashFolded(text, start[at] ?? 0, end[at] ?? 0);
    facts.hash[at] = hash;
    facts.shape[at] = shapeOf(tokens, at);
    if (kind[at] === kinds.mark || kind[at] === kinds.digits) continue;
    facts.cue[at] = cueOf(hash);
    facts.common[at] = names.commonness(hash);
    if (kind[at] !== kinds.lower) facts.bits[at] = names.bits(hash);
    copyGroups(facts.groups, at, clusters, hash, kind[at] === kinds.capital || kind[at] === kinds.shout);
  }
  return facts;
};

/** A list without capitals also applies to a capitalised word. */
const copyGroups = (
  out: Uint8Array,
  at: number,
  { groups, columns, offsetOf }: WordClusters,
  hash: number,
  capital: boolean,
): void => {
  const exact = offsetOf(clusterKey(hash, capital));
  const from = exact >= 0 || !capital ? exact : offsetOf(clusterKey(hash, false));
  if (from < 0) return;
  for (let column = 0; column < columns; column += 1) out[at * columns + column] = groups[from + column] ?? 0;
};

/** Kind, and for words a class of length; each punctuation mark has its own shape. */
const shapeOf = ({ kind, start, end, text }: Tokens, at: number): number => {
  const size = (end[at] ?? 0) - (start[at] ?? 0);
  if (kind[at] === kinds.mark) return 64 + (text.charCodeAt(start[at] ?? 0) % 128);
  return (kind[at] ?? 0) * 8 + lengthClass(size);
};

const lengthClass = (size: number): number => {
  if (size === 1) return 0;
  if (size < 4) return 1;
  return size < 8 ? 2 : 3;
};

const joiners = new Set("-.'’‘–‐·".split('').map((mark) => mark.charCodeAt(0)));

/** 0 if a token may be part of a name, −1 elsewhere. */
export const markCandidates = (tokens: Tokens, facts: WordFacts): Int32Array => {
  const { count, kind } = tokens;
  const rowOf = new Int32Array(count).fill(-1);
  for (let at = 0; at < count; at += 1) {
    const type = kind[at];
    if (type === kinds.capital || type === kinds.shout || type === kinds.uncased) rowOf[at] = 0;
    else if (type === kinds.lower && facts.cue[at] === cueClasses.particle && leadsToCapital(tokens, at))
      rowOf[at] = 0;
    else if (type === kinds.mark && at > 0 && rowOf[at - 1] === 0 && joins(tokens, at)) rowOf[at] = 0;
  }
  return rowOf;
};

const leadsToCapital = ({ kind, count }: Tokens, at: number): boolean => {
  for (let next = at + 1; next < Math.min(count, at + 4); next += 1) {
    const type = kind[next];
    if (type === kinds.capital || type === kinds.shout) return true;
    if (type !== kinds.lower && type !== kinds.mark) return false;
  }
  return false;
};

const joins = ({ text, start, end, gap }: Tokens, at: number): boolean => {
  const mark = text.charCodeAt(start[at] ?? 0);
  if (!joiners.has(mark)) return false;
  if (mark === 46) return (end[at - 1] ?? 0) - (start[at - 1] ?? 0) <= 3 && gap[at] !== gaps.line;
  return gap[at] === gaps.none;
};
