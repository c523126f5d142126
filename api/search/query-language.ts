import { normalize } from '../../domain/normalize.ts';
import { functionWords, ownLetters } from '../../languages/function-words.ts';

/**
 * The language of a query, if its script, function words or letters identify it; names alone never do.
 *
 * @returns a profile code, or null if no language or several are identified
 */
export const queryLanguage = (text: string): string | null => byScript(text) ?? bySmallWords(text);

/** Scripts that only one language of the profiles uses, recognized by the query's first letters in such a script. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
];

const byScript = (text: string): string | null =>
  scripts.find(([script]) => script.test(text))?.[1] ?? (spacelessHan.test(text) ? 'zh' : null);

const spacelessHan = /\p{Script=Han}{4}/u;

const bearers: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const [language, words] of Object.entries(functionWords)) {
    for (const word of words) map.set(word, [...(map.get(word) ?? []), language]);
  }
  return map;
})();

/** One word may be borrowed, so two are required, or one together with a function word. */
const letterWorth = 0.4;

/** A word shared by many languages says little about each. More than 64 words add nothing. */
const bySmallWords = (text: string): string | null => {
  const counts = new Map<string, number>();
  const count = (language: string, worth: number) =>
    counts.set(language, (counts.get(language) ?? 0) + worth);
  for (const printed of (normalize(text, 'NFC').match(/\p{L}[\p{L}\p{M}]{0,30}/gu) ?? []).slice(0, 64)) {
    const word = printed.toLowerCase();
    const languages = bearers.get(word) ?? [];
    for (const language of languages) count(language, 1 / languages.length);
    // Capitalized words may be names, which other languages write in the same way.
    if (word === printed && languages.length === 0)
      for (const [language, letters] of Object.entries(ownLetters))
        if (letters.test(word)) count(language, letterWorth);
  }
  const [first, second] = [...counts].sort((left, right) => right[1] - left[1]);
  return first && first[1] >= 0.5 && first[1] > (second?.[1] ?? 0) * 1.2 ? first[0] : null;
};
