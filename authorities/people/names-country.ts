import { profileFor } from '../../languages/index.ts';
import { wordBeginnings } from './names-office.ts';

const countryPatterns = new Map<string, RegExp>();

/** The adjective often contains the country's name without its ending, `Germany` and `German`; profiles list the others. */
export const namesCountry = (text: string, language: string, country: string): boolean => {
  const key = `${language}:${country}`;
  const pattern = countryPatterns.get(key) ?? wordBeginnings(stemsOf(language, country));
  countryPatterns.set(key, pattern);
  return pattern.test(text);
};

/** Whether a lower-case text names any country at all. */
export const namesAnyCountry = (text: string, language: string): boolean => {
  const key = `${language}:${text}`;
  const known = anyCountrySaid.get(key);
  if (known !== undefined) return known;
  const pattern =
    anyCountry.get(language) ?? wordBeginnings(countryCodes.flatMap((code) => stemsOf(language, code)));
  anyCountry.set(language, pattern);
  const says = pattern.test(text);
  if (text.length <= longestWord && anyCountrySaid.size < mostRemembered) anyCountrySaid.set(key, says);
  return says;
};

/** The same single words, those before names, are looked up again and again. */
const anyCountrySaid = new Map<string, boolean>();
const longestWord = 24;
const mostRemembered = 20_000;
const anyCountry = new Map<string, RegExp>();
/** Every two-letter code of a country, or of a body in the profiles. */
const countryCodes = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((first) =>
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((second) => first + second),
);

/** The names of all countries in a language, as printed. */
export const countryNames = (language: string): readonly string[] => {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return countryCodes.map((code) => names.of(code) ?? code).filter((name) => name.length > 2);
};

const stemsOf = (language: string, country: string): readonly string[] => [
  stemOf(language, country),
  ...(profileFor(language).countryWords?.[country] ?? []),
];

const stemOf = (language: string, country: string): string => {
  if (!/^[A-Z]{2}$/.test(country) || language === 'und') return '';
  const name = new Intl.DisplayNames([language], { type: 'region' }).of(country)?.toLowerCase() ?? '';
  if (name === country.toLowerCase()) return '';
  return /\p{Script=Han}|\p{Script=Hangul}/u.test(name) ? name : name.slice(0, Math.max(4, name.length - 2));
};
