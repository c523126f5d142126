import { normalize } from '../../domain/normalize.ts';
import { isUnspaced } from '../../languages/scripts.ts';
/**
 * The ranges of a label that a reader has typed: the words of `typed`, each at the beginning of a word, ignoring case
 * and accents. Han and kana match anywhere.
 *
 * @returns UTF-16 units of the label, end exclusive, in order, not overlapping
 */
export const matchedStretches = (label: string, typed: string): [number, number][] => {
  const folded = fold(label);
  const found: [number, number][] = [];
  for (const word of typed
    .split(/\s+/u)
    .filter((part) => part !== '')
    .slice(0, 10)) {
    const stretch = locate(folded, fold(word).text);
    if (stretch && !found.some(([start, end]) => stretch[0] < end && start < stretch[1])) found.push(stretch);
  }
  return found.sort(([a], [b]) => a - b);
};

interface Folded {
  readonly text: string;
  /** For each unit of the text, where its character starts and ends in the original. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const fold = (original: string): Folded => {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const sign of original) {
    const plain = normalize(sign, 'NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(at);
      to.push(at + sign.length);
    }
    text += plain;
    at += sign.length;
  }
  return { text, from, to };
};

const locate = ({ text, from, to }: Folded, word: string): [number, number] | null => {
  if (word === '') return null;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1];
    if (before !== undefined && /[\p{L}\p{N}]/u.test(before) && !isUnspaced(before)) continue;
    const start = from[at];
    const end = to[at + word.length - 1];
    if (start !== undefined && end !== undefined) return [start, end];
  }
  return null;
};
