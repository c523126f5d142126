import type { AgencyAuthority } from '../../../authorities/agencies/index.ts';
import type { PlaceAuthority } from '../../../authorities/places/index.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import { findPrintedDates, type PrintedDate } from '../dates/printed.ts';

/** What the words of a dateline name. */
export interface DatelineHead {
  readonly place: { readonly id: string | null; readonly printed: string } | null;
  readonly agencies: readonly string[];
  readonly date: PrintedDate | null;
}

export interface HeadContext {
  readonly profile: LanguageProfile;
  readonly places: PlaceAuthority;
  readonly agencies: AgencyAuthority;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads words that stand where a dateline would. They are one only if nothing else is among them: places,
 * agencies, a day, weekdays, punctuation, and at most a place of no record that its capitals or an agency
 * beside it betray.
 */
export const readHead = (head: string, context: HeadContext): DatelineHead | null => {
  const dates = findPrintedDates(head, context.profile);
  const taken: Stretch[] = [...dates];
  const agencies = outside(context.agencies.findAll(head), taken);
  taken.push(...agencies);
  const places = outside(context.places.findAll(head), taken);
  const left = remainder(head, [...taken, ...places], context.profile);
  const known = places[0];
  const ids = [...new Set(agencies.map(({ ids: [id] }) => id ?? ''))];
  const found = { agencies: ids, date: dates[0] ?? null };
  if (left === '') {
    if (!known && ids.length === 0 && !found.date) return null;
    const place = known ? { id: known.ids[0] ?? null, printed: head.slice(known.start, known.end) } : null;
    return { ...found, place };
  }
  if (known && region.test(left) && head.slice(0, known.start).trim() === '')
    return { ...found, place: { id: known.ids[0] ?? null, printed: head.slice(known.start, known.end) } };
  const told = capitals.test(left) || ((ids.length > 0 || found.date !== null) && oneName.test(left));
  return told && !known ? { ...found, place: { id: null, printed: left } } : null;
};

/** A province or state behind its city: `KNOXVILLE, Tenn.` */
const region = /^\p{Lu}[\p{L}.]{1,15}(?:\s\p{Lu}[\p{L}.]{1,15})?$/u;
const capitals = /^\p{Lu}{3,20}(?:[\s'’.,-]{1,2}\p{Lu}{2,20}){0,3}$/u;
const oneName = /^\p{Lu}[\p{L}'’-]{2,24}(?:\s\p{Lu}[\p{L}'’-]{1,24}){0,2}$/u;

const outside = <T extends Stretch>(found: readonly T[], taken: readonly Stretch[]): T[] =>
  found.filter(({ start, end }) => !taken.some((other) => start < other.end && end > other.start));

const remainder = (head: string, taken: readonly Stretch[], profile: LanguageProfile): string => {
  const characters = [...head.split('')];
  for (const { start, end } of taken) characters.fill(' ', start, end);
  const { weekdays: days, publishedLabels, updatedLabels } = profile.dates;
  const weekdays = new Set([
    ...days.flat(),
    ...[...publishedLabels, ...updatedLabels].flatMap((label) => label.split(' ')),
  ]);
  return characters
    .join('')
    .split(/[\s()（）【】〔〕［］[\]/／|｜=＝,，、.:：;·—–―-]+/u)
    .filter((word) => word !== '' && !weekdays.has(word.toLowerCase()) && !fillers.has(word.toLowerCase()))
    .join(' ');
};

/** Words that datelines hold beside their names. */
const fillers = new Set(
  'and und et y e i и та ve och en in from om on the ots pr newswire prnewswire globe newswire 日 在 の 共同 時事 記者 记者 特派員 기자 특파원'.split(
    ' ',
  ),
);
