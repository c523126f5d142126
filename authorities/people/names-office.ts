import { languages } from '../../languages/index.ts';

/** Words that name an office in print, by office code, of all languages. */
const officeWords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(
    Object.groupBy(
      languages.flatMap(({ offices }) => Object.entries(offices ?? {})),
      ([office]) => office,
    ),
  ).map(([office, entries]) => [office, [...new Set((entries ?? []).flatMap(([, words]) => words))]]),
);

/** Every word that names an office. */
export const allOfficeWords: readonly string[] = [...officeWords.values()].flat();

const patterns = new Map<string, RegExp>();

/** Whether a lower-case text names an office. */
export const namesOffice = (text: string, office: string): boolean => {
  const pattern = patterns.get(office) ?? wordBeginnings(officeWords.get(office) ?? []);
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
