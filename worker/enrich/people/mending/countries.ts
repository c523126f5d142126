import { countryNames } from '../../../../authorities/people/names-country.ts';

const names = new Map<string, ReadonlySet<string>>();

const namesIn = (language: string): ReadonlySet<string> => {
  const known = names.get(language);
  if (known) return known;
  const made = new Set(language === 'und' ? [] : countryNames(language));
  names.set(language, made);
  return made;
};

/** Whether a word or several are a country's whole name in the language, as printed. */
export const isCountry = (language: string, name: string): boolean => namesIn(language).has(name);

const countries = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** Countries of several words by the first of them (`Corea del Norte`). */
export const countriesOf = (language: string): ReadonlyMap<string, readonly string[]> => {
  const known = countries.get(language);
  if (known) return known;
  const several = [...namesIn(language)].filter((name) => name.includes(' '));
  const made = Map.groupBy(several, (name) => name.slice(0, name.indexOf(' ')));
  countries.set(language, made);
  return made;
};
