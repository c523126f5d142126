import { languages } from '../../languages/index.ts';

/** Words that name an office in print, with its code, of all languages. */
const offices = languages.flatMap(({ offices: ofLanguage = {} }) => Object.entries(ofLanguage));

/** Every word that names an office. */
export const allOfficeWords: readonly string[] = [...new Set(offices.flatMap(([, words]) => words))];

const wordsFor = (office: string): readonly string[] =>
  offices.flatMap(([code, words]) => (code === office ? words : []));

const patterns = new Map<string, RegExp>();

/** Whether a lower-case text names an office. */
export const namesOffice = (text: string, office: string): boolean => {
  const pattern = patterns.get(office) ?? wordBeginnings(wordsFor(office));
  patterns.set(office, pattern);
  return pattern.test(text);
};

let anyOffice: RegExp | null = null;

/** Whether a lower-case text names any office at all. */
export const namesAnyOffice = (text: string): boolean => {
  anyOffice ??= wordBeginnings(allOfficeWords);
  return anyOffice.test(text);
};

/**
 * Any of these words at the beginning of a word, in scripts that separate words and attach nothing before them. Without
 * words it never matches.
 */
export const wordBeginnings = (words: readonly string[]): RegExp => {
  const escaped = words
    .filter((word) => word !== '')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const [parted, solid] = [escaped.filter(isParted), escaped.filter((word) => !isParted(word))];
  const alternatives = [
    ...(parted.length > 0 ? [`(?<!\\p{L})(?:${parted.join('|')})`] : []),
    ...(solid.length > 0 ? [`(?:${solid.join('|')})`] : []),
  ];
  return new RegExp(alternatives.length > 0 ? alternatives.join('|') : '(?!)', 'u');
};

const isParted = (word: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
