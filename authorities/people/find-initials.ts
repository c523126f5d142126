import { soleBearer } from './find-names.ts';
import type { PersonPlaces } from './find-sounds.ts';
import { nameTokens } from './matching/normalize-name.ts';
import { nominatives } from './matching/russian-cases.ts';
import { nameKey } from './name-keys.ts';
import type { PersonMatch, PersonRecord } from './record.ts';
import { splitName } from './surnames.ts';

/** How many persons with a surname are considered, the best known first. */
const mostBearers = 200;
/** Between a surname alone and part of a name; the only person with that initial is as certain as the only one with the surname. */
const ofInitials = 0.6;

/** Persons with this surname and a given name with this initial: `С. Лавров`, `Lavrov S.V.`, `J.-Y. Le Drian`. */
export const matchByInitials = (places: PersonPlaces, name: string): PersonMatch[] => {
  const read = readInitials(name);
  if (!read) return [];
  const found = findBearers(places, read);
  const score = found.length === 1 ? soleBearer : ofInitials;
  return found.map(({ id }) => ({ id, how: 'initials', score }));
};

/** Folded in the same way as names. */
interface ShortName {
  readonly initials: readonly string[];
  readonly surname: readonly string[];
}

/** As printed; without a match, as an oblique case. */
const findBearers = (places: PersonPlaces, { initials, surname }: ShortName): readonly PersonRecord[] => {
  const [first = ''] = initials;
  const forms = [surname, ...nominatives([first, ...surname]).map(([, ...rest]) => rest)];
  for (const form of forms) {
    const key = nameKey(form);
    const bearers = places.find(key, mostBearers).flatMap((place) => {
      const record = places.at(place);
      const met = countMet(record, key, initials);
      return met > 0 ? [{ record, met }] : [];
    });
    // `G. W. Bush` is not the Bush with a form that has only the first name.
    const most = Math.max(...bearers.map(({ met }) => met));
    if (bearers.length > 0) return bearers.filter(({ met }) => met === most).map(({ record }) => record);
  }
  return [];
};

/** How many initials begin given names, of the form that fits best; 0 if one of a form's given names differs. */
const countMet = ({ names, country }: PersonRecord, key: string, initials: readonly string[]): number =>
  Math.max(
    0,
    ...names.map((name) => {
      const { tokens, surname } = splitName(name, country);
      if (nameKey(surname) !== key) return 0;
      const given = tokens.filter((token) => !surname.includes(token));
      const fits = given.every((token, at) => token.startsWith(initials[at] ?? ''));
      return fits ? Math.min(given.length, initials.length) : 0;
    }),
  );

/** Abbreviations before a name that are not its initials. */
const titles = new Set(['mr', 'ms', 'dr', 'st', 'lt', 'jr', 'sr']);
/** One letter, or two letters for one sound (`Yu.`, `Zh.`), with a dot. */
const initialForm = /^-?\p{L}{1,2}\.$/u;
const longestShort = 60;
const mostWords = 3;

const readInitials = (name: string): ShortName | null => {
  if (name.length > longestShort) return null;
  const pieces = name
    .trim()
    .split(/\s+|(?<=\.)/u)
    .filter((piece) => piece !== '');
  const isInitial = (piece: string): boolean =>
    initialForm.test(piece) && !titles.has(nameTokens(piece).join(''));
  const short = pieces.filter(isInitial);
  const long = pieces.filter((piece) => !isInitial(piece));
  const runs = pieces.map(isInitial).filter((is, at, all) => at === 0 || is !== all[at - 1]).length;
  const surname = nameTokens(long.join(' '));
  return runs === 2 && short.length <= mostWords && surname.length > 0 && surname.length <= mostWords
    ? { initials: short.flatMap((piece) => nameTokens(piece)), surname }
    : null;
};
