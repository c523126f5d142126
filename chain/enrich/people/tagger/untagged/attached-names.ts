import type { PersonWords } from '../../../../../languages/profile.ts';
import { type TitleGroup, titlesOf } from '../../../../../languages/titles.ts';
import type { UntaggedName } from './untagged-name.ts';

/**
 * Names attached to a title, as in Thai: the title, the given name, a space, the surname. After an office
 * and the name a verb must follow; after an honorific the surname's end is enough.
 */
export const findAttachedNames = (
  text: string,
  words: PersonWords,
  titles: readonly TitleGroup[],
): UntaggedName[] => {
  const offices = titlesOf(titles, 'finds');
  const found: UntaggedName[] = [];
  for (const match of text.matchAll(patternOf(words, titles))) {
    const [whole, title = '', space = '', given = '', surname = ''] = match;
    const end = match.index + whole.length;
    if ([given, surname].some((part) => opensWith(part, words.never))) continue;
    if (words.after.some((verb) => given.includes(verb))) continue;
    if (offices.includes(title) && !opensWith(text.slice(end, end + 40).trimStart(), words.after)) continue;
    found.push({ start: match.index + title.length + space.length, end, role: title });
  }
  return found;
};

const opensWith = (part: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => part.startsWith(beginning));

const longestGiven = 14;
const longestSurname = 20;

/** Thai letters, vowels and tone marks without the abbreviation sign, which no name has. */
const letters = '[\\u0e01-\\u0e2e\\u0e30-\\u0e3a\\u0e40-\\u0e45\\u0e47-\\u0e4e]';

const patterns = new WeakMap<PersonWords, RegExp>();

/** Made once per language. Every repetition is bounded, so that matching takes linear time. */
const patternOf = (words: PersonWords, titles: readonly TitleGroup[]): RegExp => {
  const known = patterns.get(words);
  if (known) return known;
  const before = alternatives([...titlesOf(titles, 'finds'), ...titlesOf(titles, 'finds-attached')]);
  const pattern = new RegExp(
    `(${before})( ?)(${letters}{2,${longestGiven}}) (${letters}{2,${longestSurname}}?)(?=[^\\p{L}\\p{M}]|$|${alternatives(words.after)})`,
    'gu',
  );
  patterns.set(words, pattern);
  return pattern;
};

const alternatives = (words: readonly string[]): string =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replaceAll('.', '\\.'))
    .join('|');
