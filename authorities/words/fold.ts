import { normalize } from '../../domain/normalize.ts';

/** Vowel points and the stretching line: dictionaries print them, news does not. */
const arabicMarks = /[\u064b-\u0652\u0670\u0640]/gu;
const hebrewPoints = /[\u0591-\u05c7]/gu;
const apostrophes = /[’‘ʼ`´]/gu;

/**
 * A word as a key of the tables: lower case, composed, one kind of apostrophe, no vowel points.
 *
 * @param language  for lower case: Turkish `I` becomes `ı`
 */
export const foldWord = (word: string, language: string): string =>
  normalize(word, 'NFC')
    .replace(arabicMarks, '')
    .replace(hebrewPoints, '')
    .replace(apostrophes, "'")
    .toLocaleLowerCase(language === 'tr' ? 'tr' : 'und')
    .replace(/\s+/gu, ' ')
    .trim();

/** A dictionary's word as newspapers print it: without vowel points. */
export const printedForm = (word: string): string =>
  normalize(word, 'NFC').replace(arabicMarks, '').replace(hebrewPoints, '').replace(/\s+/gu, ' ').trim();

/** One form for all ways to type the same query: also without its width, and the punctuation around it. */
export const foldQuery = (query: string): string =>
  withoutEdges([...foldWord(normalize(query, 'NFKC'), 'und')]);

const edge = /[\s\p{Po}]/u;

/** Linear, unlike an expression for the end of a text, which tries every run within it. */
const withoutEdges = (characters: readonly string[]): string => {
  const isInner = (character: string): boolean => !edge.test(character);
  return characters.slice(characters.findIndex(isInner), characters.findLastIndex(isInner) + 1).join('');
};
