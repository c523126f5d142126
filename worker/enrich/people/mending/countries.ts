import { countryNames } from '../../../../authorities/people/names-country.ts';

/** Countries of several words by the first of them (`Corea del Norte`), by language. */
const countries = new Map<string, ReadonlyMap<string, readonly string[]>>();

export const countriesOf = (language: string): ReadonlyMap<string, readonly string[]> => {
  const known = countries.get(language);
  if (known) return known;
  const named = language === 'und' ? [] : countryNames(language).filter((name) => name.includes(' '));
  const made = Map.groupBy(named, (name) => name.slice(0, name.indexOf(' ')));
  countries.set(language, made);
  return made;
};
