import { normalize } from '../../../domain/normalize.ts';
import { remembered } from '../../../domain/remembered.ts';
import { languages } from '../../../languages/index.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { CountedCalendar } from './calendars.ts';

/** A month that a word names. */
export interface NamedMonth {
  /** From 1. */
  readonly month: number;
  readonly calendar: CountedCalendar | 'gregorian';
}

type MonthTable = ReadonlyMap<string, NamedMonth>;

const fold = (word: string): string =>
  normalize(
    normalize(word, 'NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replaceAll('\u03c2', '\u03c3'),
    'NFC',
  );

const addAll = (
  table: Map<string, NamedMonth>,
  months: readonly (readonly string[])[],
  calendar: NamedMonth['calendar'],
): void => {
  for (const [index, forms] of months.entries())
    for (const form of forms) {
      const key = fold(form.replace(/\.$/, ''));
      if (/\p{L}.{0,2}\p{L}|^\p{L}\p{M}$/u.test(key) && !/^\d/.test(key) && !table.has(key))
        table.set(key, { month: index + 1, calendar });
    }
};

const everyLanguage = ((): MonthTable => {
  const table = new Map<string, NamedMonth>();
  for (const profile of languages) addAll(table, profile.dates.months, 'gregorian');
  for (const { calendar, names } of languages.flatMap(({ dates }) => dates.otherMonths ?? []))
    addAll(table, names, calendar);
  return table;
})();

const tables = new Map<string, MonthTable>();

const tableOf = (profile: LanguageProfile): MonthTable => {
  const known = tables.get(profile.code);
  if (known) return known;
  const table = new Map<string, NamedMonth>();
  addAll(table, profile.dates.months, 'gregorian');
  tables.set(profile.code, table);
  return table;
};

/** The month named by one word or two, in the article's language first, then in any. */
export const readMonth = (word: string, profile: LanguageProfile): NamedMonth | null => {
  const key = fold(word.trim().replace(/\s+/g, ' ').replace(/\.$/, ''));
  return tableOf(profile).get(key) ?? everyLanguage.get(key) ?? null;
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every recorded name of a month as one alternation, longest first, for text folded by `foldForMonths`. */
export const monthPattern: string = [...everyLanguage.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => escaped(name).replaceAll(' ', '\\s{1,3}'))
  .join('|');

/** Folds a text as month names are folded, one unit for one unit, so that offsets stay. */
export const foldForMonths = (text: string): string => [...text].map(foldCharacter).join('');

const foldCharacter = remembered((character: string): string => {
  const folded = fold(character);
  if (folded.length === character.length) return folded;
  return character.length === 1 ? (folded[0] ?? character) : character;
}, 10_000);
