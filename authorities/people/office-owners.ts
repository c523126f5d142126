import { languages } from '../../languages/index.ts';
import { countryNames, namesAnyCountry } from './names-country.ts';

/** The country or body before an office: a country, also of two words, or a body in capitals (`U.S.`, `NATO`). */
export const isOwnerBefore = (words: readonly string[], at: number): boolean => {
  const word = words[at] ?? '';
  if (/^(?:\p{Lu}\.?){2,4}$/u.test(word) || isWholeCountry(word)) return true;
  return [at - 1, at].some((from) => isCountryOfTwo(words.slice(Math.max(from, 0), from + 2)));
};

/** `South Korean`: neither word is a country by itself. */
const isCountryOfTwo = (words: readonly string[]): boolean =>
  words.length === 2 && !words.some(isCountry) && isCountry(words.join(' '));

/**
 * The same after the office, in languages that put it there: `президент России`, `le président français`, `presidente de
 * Rusia`. A given name may begin like a country (`Frank`), so its spelling must show that it is a country.
 */
export const isOwnerBehind = (words: readonly string[], at: number, behind: string): boolean => {
  const word = words[at] ?? '';
  if (/^\p{Lu}{2,4}$/u.test(word)) return /\p{Ll}/u.test(behind);
  if (at > 0 && links.has(word)) return at < words.length - 1;
  const isSmall = /^\p{Ll}/u.test(word) && /^\p{Lu}/u.test(behind);
  const isLinked = links.has(words[at - 1] ?? '');
  const isGenitive = /^\p{Script=Cyrillic}+[иыая]$/u.test(word);
  return (isSmall || isLinked || isGenitive) && isCountry(word);
};
/** Before the word for what an office governs, unless that is an adjective. */
const links: ReadonlySet<string> = new Set(['of', 'de', 'del', 'du', 'do', 'da', 'des', 'la']);

/** A country's name or adjective, as a whole word: many given names begin like one (`Nigel`, `Russell`, `Frank`). */
const isWholeCountry = (word: string): boolean =>
  (!/\p{Script=Latin}/u.test(word) || adjective.test(word) || countries().has(word.toLowerCase())) &&
  isCountry(word);
const adjective = /(?:an|ese|ish|i|ic|ch|ss|sh|ek|ak|isch(?:e[nr]?)?|['’]s)$/u;

const isCountry = (text: string): boolean =>
  readLanguages.some(({ code }) => namesAnyCountry(text.toLowerCase(), code));
/** Languages whose profiles list words for offices and names of countries. */
const readLanguages = languages.filter(({ names }) => names?.links !== undefined);

let countriesOnce: ReadonlySet<string> | undefined;
const countries = (): ReadonlySet<string> => {
  countriesOnce ??= new Set(
    readLanguages.flatMap(({ code }) => countryNames(code)).map((name) => name.toLowerCase()),
  );
  return countriesOnce;
};
