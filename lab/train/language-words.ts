import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCyrillic } from '../../languages/sr-letters.ts';

/** Words of a language, and the share of each among all words of a text. */
export type WordShares = ReadonlyMap<string, number>;

/** How many of the commonest words of a list are used; more did not help. */
const kept = 8000;
/** The share of a word with accents that is written without them. */
const accentless = 0.15;

/** Lists used for other languages too: one Serbo-Croatian list serves all its variants. */
const listOf: Readonly<Record<string, string>> = { tl: 'fil', nn: 'nb', hr: 'sh', bs: 'sh', sr: 'sh' };
/** Identified by their script alone. */
const needless = new Set(['zh', 'ja', 'ko']);

/**
 * The words of a language from a folder of lists, `<language>.tsv`: a word and its share, the commonest first.
 *
 * @returns empty if there is no list
 */
export const readWords = (folder: string, language: string): WordShares => {
  const path = join(folder, `${listOf[language] ?? language}.tsv`);
  if (needless.has(language) || !existsSync(path)) return new Map();
  const shares = new Map<string, number>();
  const add = (word: string, share: number): unknown => shares.set(word, (shares.get(word) ?? 0) + share);
  for (const line of readFileSync(path, 'utf8').split('\n').slice(0, kept)) {
    const [listed = '', share = ''] = line.split('\t');
    if (!/^[\p{L}\p{M}]+$/u.test(listed)) continue;
    const word = language === 'sr' ? inCyrillic(listed) : listed;
    add(word, Number(share));
    const plain = withoutAccents(word);
    if (plain !== word && /^[a-z]+$/.test(plain)) add(plain, accentless * Number(share));
  }
  return shares;
};

const withoutAccents = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łđı]/gu, (letter) => ({ ł: 'l', đ: 'd' })[letter] ?? 'i');
