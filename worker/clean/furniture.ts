import { languages } from '../../languages/index.ts';

/** Which kind of page furniture a line is by its words, in any profiled language; `null` where it is none. */
export const furnitureOf = (text: string): 'menu' | 'legal' | 'related' | null => {
  const line = evened(text);
  if (line === '') return null;
  if (line.length <= 60 && menu.has(line)) return 'menu';
  if (starts(line, legal)) return 'legal';
  if (line.length <= 200 && starts(line, related)) return 'related';
  return null;
};

const evened = (text: string): string =>
  text
    .slice(0, 300)
    .toLowerCase()
    .replace(/^[\s\p{P}\p{S}]+(?<![©(])|[\s\p{P}\p{S}]+$/gu, '');

/** Beginnings by their first two characters, so that a line is tried against few. */
type Beginnings = ReadonlyMap<string, readonly string[]>;

const beginnings = (words: readonly string[]): Beginnings => {
  const index = new Map<string, string[]>();
  for (const word of words.map(evened)) {
    if (word.length < 2) continue;
    const key = word.slice(0, 2);
    index.set(key, [...(index.get(key) ?? []), word]);
  }
  return index;
};

const starts = (line: string, words: Beginnings): boolean =>
  (words.get(line.slice(0, 2)) ?? []).some(
    (word) =>
      line.startsWith(word) && !/^[\p{L}\p{N}]/u.test(SPACED.test(word) ? line.slice(word.length) : ''),
  );

/** A script with spaces: there a beginning ends at a word's end. */
const SPACED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]$/u;

const menu: ReadonlySet<string> = new Set(languages.flatMap(({ furniture }) => furniture.menu.map(evened)));
const legal = beginnings(languages.flatMap(({ furniture }) => furniture.legal));
const related = beginnings(languages.flatMap(({ furniture }) => furniture.related));
