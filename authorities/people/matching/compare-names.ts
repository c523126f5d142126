import { nameTokens } from './normalize-name.ts';
import { loadTransliterator } from './transliteration.ts';

/** Which model judges a script against the Latin one. */
const modelOf: readonly (readonly [letter: RegExp, language: string])[] = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Katakana}|\p{Script=Hiragana}/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
];

/** The script of a name as far as matching knows it: a model's language, `latin`, or null. */
export const scriptOf = (name: string): string | null =>
  modelOf.find(([letter]) => letter.test(name))?.[1] ?? (/\p{Script=Latin}/u.test(name) ? 'latin' : null);

/**
 * How much two names sound and look alike, by no list of names: within Latin by spelling (0–1, 1 is equal),
 * across scripts by the learned models (a logarithm a letter, above 0 speaks for one name). Null where no model knows the pair.
 * Compare only values of one pair of scripts.
 */
export const compareNames = (one: string, other: string): number | null => {
  const scripts = [scriptOf(one), scriptOf(other)];
  if (scripts[0] === scripts[1] && scripts[0] !== null) return bySpelling(nameTokens(one), nameTokens(other));
  if (scripts[0] === 'latin' && scripts[1]) return bySound(one, other, scripts[1]);
  if (scripts[1] === 'latin' && scripts[0]) return bySound(other, one, scripts[0]);
  return null;
};

/** The worst token decides: two people of one surname share all but one. */
const bySpelling = (one: readonly string[], other: readonly string[]): number => {
  if (one.join('') === other.join('')) return 1;
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  if (fewer.length === 0) return 0;
  return Math.min(...fewer.map((token) => Math.max(...more.map((each) => likeness(token, each)))));
};

const likeness = (one: string, other: string): number =>
  1 - editDistance(one, other) / Math.max(one.length, other.length, 1);

const editDistance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
};

const bySound = (latin: string, other: string, language: string): number | null => {
  const judge = loadTransliterator(language);
  if (!judge) return null;
  const left = latin
    .split(/[\s-]+/u)
    .filter((token) => token !== '')
    .slice(0, 6);
  const right = other
    .split(/[\s·・-]+/u)
    .filter((token) => token !== '')
    .slice(0, 6);
  const score = (one: string, two: string): number => judge.evidence(one, two);
  if (left.length < 2 || right.length < 2)
    return Math.max(
      score(left.join(''), right.join('')),
      score([...left.slice(1), left[0] ?? ''].join(''), right.join('')),
      score([left.at(-1) ?? '', ...left.slice(0, -1)].join(''), right.join('')),
    );
  // The worst token decides: people of one surname share the other.
  const table = left.map((one) => right.map((two) => score(one, two)));
  return left.length <= right.length
    ? Math.min(...table.map((row) => Math.max(...row)))
    : Math.min(...right.map((_, column) => Math.max(...table.map((row) => row[column] ?? -9))));
};
