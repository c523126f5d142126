/** Latin letters and the Cyrillic and Greek ones that look alike, lower and upper case. */
const lookAlikes: readonly (readonly [latin: string, cyrillic: string, greek: string])[] = [
  ['a', 'а', 'α'],
  ['b', 'ь', ''],
  ['c', 'с', ''],
  ['e', 'е', ''],
  ['h', 'һ', ''],
  ['i', 'і', 'ι'],
  ['j', 'ј', ''],
  ['k', 'к', 'κ'],
  ['m', 'м', ''],
  ['o', 'о', 'ο'],
  ['p', 'р', 'ρ'],
  ['s', 'ѕ', ''],
  ['t', 'т', 'τ'],
  ['u', 'и', 'υ'],
  ['v', '', 'ν'],
  ['x', 'х', 'χ'],
  ['y', 'у', 'γ'],
  ['A', 'А', 'Α'],
  ['B', 'В', 'Β'],
  ['C', 'С', ''],
  ['E', 'Е', 'Ε'],
  ['H', 'Н', 'Η'],
  ['I', 'І', 'Ι'],
  ['J', 'Ј', ''],
  ['K', 'К', 'Κ'],
  ['M', 'М', 'Μ'],
  ['N', '', 'Ν'],
  ['O', 'О', 'Ο'],
  ['P', 'Р', 'Ρ'],
  ['S', 'Ѕ', ''],
  ['T', 'Т', 'Τ'],
  ['X', 'Х', 'Χ'],
  ['Y', 'У', 'Υ'],
  ['Z', '', 'Ζ'],
  ['n', 'п', ''],
  ['r', 'г', ''],
];

const toLatin = new Map(
  lookAlikes.flatMap(([latin, ...others]) =>
    others.flatMap((other) => (other ? [[other, latin] as const] : [])),
  ),
);
const toCyrillic = new Map(
  lookAlikes.flatMap(([latin, cyrillic, greek]) =>
    cyrillic ? [[latin, cyrillic] as const, ...(greek ? [[greek, cyrillic] as const] : [])] : [],
  ),
);
const toGreek = new Map(lookAlikes.flatMap(([latin, , greek]) => (greek ? [[latin, greek] as const] : [])));

const scripts = [
  { letter: /\p{Script=Latin}/u, fold: toLatin },
  { letter: /\p{Script=Cyrillic}/u, fold: toCyrillic },
  { letter: /\p{Script=Greek}/u, fold: toGreek },
] as const;

/**
 * Converts a word that mixes Latin, Cyrillic and Greek to the script of most of its letters; letters
 * without a look-alike stay. Words of one script are returned unchanged.
 */
export const foldHomoglyphs = (word: string): string => {
  if (scripts.filter(({ letter }) => letter.test(word)).length < 2) return word;
  const counts = scripts.map(({ letter }) => [...word].filter((character) => letter.test(character)).length);
  const most = scripts[counts.indexOf(Math.max(...counts))];
  return [...word].map((character) => most?.fold.get(character) ?? character).join('');
};
