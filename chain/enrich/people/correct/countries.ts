import { countryNames } from '../../../../authorities/people/names-country.ts';
import { remembered } from '../../../../domain/remembered.ts';

const namesIn = remembered(
  (language): ReadonlySet<string> => new Set(language === 'und' ? [] : countryNames(language)),
);

/** Whether a word or several are a country's whole name in the language, as printed. */
export const isCountry = (language: string, name: string): boolean => namesIn(language).has(name);

/** Countries of several words by the first of them (`Corea del Norte`). */
export const countriesOf = remembered((language): ReadonlyMap<string, readonly string[]> => {
  const several = [...namesIn(language)].filter((name) => name.includes(' '));
  return Map.groupBy(several, (name) => name.slice(0, name.indexOf(' ')));
});
