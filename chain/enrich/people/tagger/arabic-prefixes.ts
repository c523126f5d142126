import { hashFolded } from './hashing.ts';
import type { NameTable } from './name-table.ts';
import { gaps, kinds, type Tokens } from './tokens.ts';

const prefixes = new Set([...'وفبكل'].map((letter) => letter.charCodeAt(0)));
const alef = 'ا'.charCodeAt(0);
const lam = 'ل'.charCodeAt(0);

/**
 * Splits a conjunction or preposition from the word that it is attached to, if the word is more frequent
 * without it or begins with the article.
 */
export const splitPrefixes = (tokens: Tokens, names: NameTable): Tokens => {
  const { text, count, start, end, kind, gap } = tokens;
  const at: number[] = [];
  const to: number[] = [];
  const type: number[] = [];
  const space: number[] = [];
  for (let token = 0; token < count; token += 1) {
    const from = start[token] ?? 0;
    const until = end[token] ?? 0;
    const parted = kind[token] === kinds.uncased && isPrefixed(text, from, until, names);
    if (parted) {
      at.push(from);
      to.push(from + 1);
      type.push(kinds.lower);
      space.push(gap[token] ?? 0);
    }
    at.push(parted ? from + 1 : from);
    to.push(until);
    type.push(kind[token] ?? 0);
    space.push(parted ? gaps.none : (gap[token] ?? 0));
  }
  return {
    text,
    count: at.length,
    start: Int32Array.from(at),
    end: Int32Array.from(to),
    kind: Uint8Array.from(type),
    gap: Uint8Array.from(space),
  };
};

const isPrefixed = (text: string, from: number, to: number, names: NameTable): boolean => {
  if (to - from < 4 || !prefixes.has(text.charCodeAt(from))) return false;
  if (to - from > 5 && text.charCodeAt(from + 1) === alef && text.charCodeAt(from + 2) === lam) return true;
  const whole = hashFolded(text, from, to);
  const rest = hashFolded(text, from + 1, to);
  const known = names.bits(whole) & 63;
  const bare = names.bits(rest) & 63;
  if (known === 0 && names.commonness(whole) === 0) return bare !== 0;
  // A word that also occurs with the prefix (`لمحمد`): the bare one must be the more frequent name.
  return (bare & 3) > 1 && (bare & 3) > (known & 3) && names.commonness(rest) >= names.commonness(whole);
};
