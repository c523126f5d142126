import { countryNames } from '../../../../authorities/people/names-country.ts';
import { remembered } from '../../../../domain/remembered.ts';

const namesIn = remembered(
  (language): ReadonlySet<string> => new Set(language === 'und' ? [] : countryNames(language)),
);

/** Whether a word or several are a country's whole name in the language, as printed. */
export const isCountry = (language: string, name: string): boolean => namesIn(language).has(name);
