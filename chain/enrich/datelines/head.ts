import type { AgencyAuthority } from '../../../authorities/agencies/index.ts';
import type { NameMatch } from '../../../authorities/name-index.ts';
import type { PlaceAuthority } from '../../../authorities/places/index.ts';
import { dateUnits, hanUnits } from '../../../languages/date-units.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import { findPrintedDates, type PrintedDate } from '../dates/printed.ts';
import { dayNumbers, isFiller, type Stretch } from './fillers.ts';

/** What the words of a dateline mean. */
export interface DatelineHead {
  readonly place: { readonly id: string | null; readonly printed: string } | null;
  readonly agencies: readonly string[];
  readonly date: PrintedDate | null;
  /** A day of the month alone: `華盛頓31日`. */
  readonly bareDay?: number;
}

export interface HeadContext {
  readonly profile: LanguageProfile;
  readonly places: PlaceAuthority;
  readonly agencies: AgencyAuthority;
  /** The article's text, to look up unrecorded places in. */
  readonly text?: string;
}

/** The dates, agencies and places among some words, none of them overlapping. */
export interface NamedParts {
  readonly dates: readonly PrintedDate[];
  readonly agencies: readonly NameMatch[];
  readonly places: readonly NameMatch[];
}

/**
 * Reads words in the position of a dateline. They are one only if they consist of places,
 * agencies, a day, weekdays, punctuation, the state after its city, initials of an unrecorded agency in
 * brackets, and at most one unrecorded place that is followed by an agency or a day.
 */
export const readHead = (head: string, context: HeadContext): DatelineHead | null => {
  const parts = namedParts(head, context);
  const { dates, agencies, places } = parts;
  const left = remainder(head, parts, context.profile);
  const found = {
    agencies: [...new Set(agencies.map(({ ids: [id] }) => id ?? ''))],
    date: dates[0] ?? null,
    ...(dates.length === 0 ? bareDayOf(head) : {}),
  };
  const [known] = places;
  const spread = known && before(head, known);
  if (known && spread && found.agencies.length === 0)
    return { ...found, place: { id: null, printed: spread } };
  if (known) {
    const whole = left === '' || (head.slice(0, known.start).trim() === '' && isBehindPlace(left, head));
    return whole ? { ...found, place: placeWithin(known, head, left, context) } : null;
  }
  if (left === '') return agencies.length > 0 || found.date ? { ...found, place: null } : null;
  const name =
    agencies.length > 0 || found.date
      ? unrecorded.exec(head)?.[1]
      : (stated.exec(head)?.[1] ?? namedInText(head, context));
  if (name === undefined || name.length < 3 || !left.startsWith(name.replaceAll('-', ' '))) return null;
  const state = left.slice(name.length).trim();
  return state === '' || region.test(state) ? { ...found, place: { id: null, printed: name } } : null;
};

/** Finds what a run of words means; a name of both an agency and a place is the place if another agency is beside it. */
export const namedParts = (words: string, context: HeadContext): NamedParts => {
  const dates = [...findPrintedDates(words, context.profile), ...bareDays(words)];
  const agencies = outside(context.agencies.findAll(words), dates);
  const places = outside(context.places.findAll(words), [...dates, ...agencies]);
  const seats = agencies.filter(
    ({ start, end }) => context.places.findByName(words.slice(start, end)).length > 0,
  );
  const [seat] = seats;
  if (places.length > 0 || seat === undefined || seats.length === agencies.length)
    return { dates: dates.filter(isDate), agencies, places };
  const ids = context.places.findByName(words.slice(seat.start, seat.end));
  return {
    dates: dates.filter(isDate),
    agencies: agencies.filter((agency) => agency !== seat),
    places: [{ ...seat, ids }],
  };
};

export const placeAt = (
  { ids, start, end }: NameMatch,
  words: string,
): NonNullable<DatelineHead['place']> => ({ id: ids[0] ?? null, printed: words.slice(start, end) });

const bareDay = new RegExp(
  `(?<![${hanUnits.month}\\d])\\d{1,2}[${dateUnits.day}](?![${hanUnits.month}${dateUnits.notDay}])`,
  'gu',
);

/** A day without its month, as Japanese datelines have it: `［東京　25日　ロイター］`. */
const bareDays = (words: string): readonly Stretch[] =>
  [...words.matchAll(bareDay)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

const bareDayOf = (words: string): { readonly bareDay: number } | null => {
  const [day] = bareDays(words);
  const number = day === undefined ? Number.NaN : Number.parseInt(words.slice(day.start), 10);
  return number >= 1 && number <= 31 ? { bareDay: number } : null;
};

const isDate = (found: Stretch | PrintedDate): found is PrintedDate => 'precision' in found;

const widened = /^\s(\p{Lu}[\p{L}'’-]{1,20}(?:\s\p{Lu}[\p{L}'’-]{1,20})?)(?=\s?[,(（–—-]|\s*$)/u;

/**
 * The place of a head. Another word of the same name makes it another place (`WICHITA FALLS` is not Wichita), and so
 * does a following state of another country (`VIENNA, Va.`): such a place has no record.
 */
const placeWithin = (
  known: NameMatch,
  head: string,
  left: string,
  { places, profile }: HeadContext,
): NonNullable<DatelineHead['place']> => {
  const more = widened.exec(head.slice(known.end))?.[1];
  if (more !== undefined && left.startsWith(more.replaceAll('-', ' ')))
    return { id: null, printed: head.slice(known.start, known.end + 1 + more.length) };
  const state = /^,\s?(\p{Lu}[\p{L}.]{1,15})/u.exec(head.slice(known.end))?.[1]?.toLowerCase();
  // The full stop of an abbreviation may belong to the end of the head.
  const country = profile.stateWords?.[state ?? ''] ?? profile.stateWords?.[`${state}.`];
  if (country === undefined) return placeAt(known, head);
  const id = known.ids.find((each) => places.get(each)?.country === country) ?? null;
  return { id, printed: head.slice(known.start, known.end) };
};

/** An unrecorded name in capitals, right before its region or country: `ST CATHERINE, Jamaica`. */
const before = (head: string, { start, end }: NameMatch): string | null => {
  if (start < 4 || !/^[\s—–-]*$/u.test(head.slice(end))) return null;
  return /^\s*(\p{Lu}{2,20}(?:[\s'’-]\p{Lu}{2,20}){0,2}),\s$/u.exec(head.slice(0, start))?.[1] ?? null;
};

/** A province, state or country after its city, or an unrecorded agency in brackets. */
const isBehindPlace = (left: string, head: string): boolean => {
  const bracketed = /[(（/]\s?([\p{L}\d][\p{L}\d.]{1,19})\s?[)）/]\s?$/u.exec(head)?.[1];
  const rest = bracketed === undefined ? left : left.replace(letters(bracketed), '').trim();
  return rest === '' || region.test(rest);
};

/** Dots separate words in the rest of a head. */
const letters = (word: string): string => word.replace(/\./g, ' ');

/** `KNOXVILLE, Tenn.`, `BUFFALO, N.Y.`, `دمشق، سوريا`. */
const region =
  /^(?:\p{Lu}[\p{L}.]{1,15}(?:\s\p{Lu}[\p{L}.]{1,15})?|\p{Lu}(?:\s\p{Lu}){1,2}|[\p{Script=Arabic}\p{Script=Hebrew}]{3,16})$/u;
/** A name of one to three words at the beginning, separated from the rest. */
const unrecorded = /^\s*(\p{Lu}[\p{L}'’-]{1,24}(?:\s\p{Lu}[\p{L}'’-]{1,24}){0,2})\s?[,.(（/–—-]/u;
/** In capitals and followed by its state: `SEDALIA, Mo.` */
const stated =
  /^\s*(\p{Lu}{2,20}(?:[\s'’-]\p{Lu}{2,20}){0,2}),\s(?:\p{Lu}\p{L}{1,9}\.|(?:\p{Lu}\.){2,3})\s?$/u;

const loud = /^\s*(\p{Lu}{3,20}(?:['’-]\p{Lu}{2,20})?)\s*$/u;

/** A word in capitals that a sentence of the text contains as a name: `LINDI: …` of Lindi; `VIDEO: …` is a kicker. */
const namedInText = (head: string, { text, profile }: HeadContext): string | undefined => {
  const words = loud.exec(head)?.[1];
  if (words === undefined || text === undefined) return undefined;
  const lower = words.toLowerCase();
  if ([profile.furniture.menu, profile.furniture.related].some((kinds) => kinds.includes(lower)))
    return undefined;
  const name = lower.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
  return new RegExp(`\\p{Ll},? ${name}(?!\\p{L})`, 'u').test(text) ? words : undefined;
};

const outside = <T extends Stretch>(found: readonly T[], taken: readonly Stretch[]): T[] =>
  found.filter(({ start, end }) => !taken.some((other) => start < other.end && end > other.start));

const remainder = (head: string, parts: NamedParts, profile: LanguageProfile): string => {
  const characters = [...head.split('')];
  const days = [...parts.dates, ...bareDays(head)];
  const taken = [
    ...days,
    ...parts.agencies,
    ...parts.places,
    ...dayNumbers(head, [...days, ...parts.agencies]),
  ];
  for (const { start, end } of taken) characters.fill(' ', start, end);
  const { publishedLabels, updatedLabels } = profile.dates;
  const weekdays = new Set([
    ...profile.dates.weekdays.flat(),
    // Days are spelled too: `पांच मार्च (भाषा)`.
    ...(parts.agencies.length > 0 ? profile.dates.months.flat() : []),
    ...[...publishedLabels, ...updatedLabels].flatMap((label) => label.split(' ')),
  ]);
  return characters
    .join('')
    .split(/[\s()（）【】〔〕［］[\]/／|｜=＝,，،、.।:：;·—–―-]+/u)
    .filter((word) => word !== '' && !weekdays.has(word.toLowerCase()) && !isFiller(word, profile))
    .join(' ');
};
