import type { CleanArticle, Dateline, Paragraph } from '../../../domain/article.ts';
import { lastDayOf } from '../../../domain/partial-dates.ts';
import type { FoundDates } from '../dates/index.ts';
import type { PrintedDate } from '../dates/printed.ts';
import { type DatelineHead, type HeadContext, readHead } from './head.ts';
import { findPlaceLine, labelledPlace } from './place-lines.ts';
import { splitText } from './split.ts';

/** An article's dateline, and its text without it. */
export interface Opening {
  readonly dateline: Omit<Dateline, 'date'> | null;
  /** Agencies that the dateline names, in printed order. */
  readonly agencies: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  /** The dateline's day, its year taken from the article's dates. */
  dayIn(dates: FoundDates): string | null;
}

export type OpeningContext = Omit<HeadContext, 'text'>;

const LOOKED_UP = 10_000;

/** Splits the dateline off the text: from its first paragraphs, or from a separate line before them. */
export const splitDateline = (clean: CleanArticle, known: OpeningContext): Opening => {
  const context = {
    ...known,
    text: clean.paragraphs
      .map(({ text }) => text)
      .join('\n')
      .slice(0, LOOKED_UP),
  };
  const { dateline: given } = clean.given;
  if (given === null) return noOpening(clean.paragraphs);
  if (given !== undefined) return givenOpening(given, clean.paragraphs, context);
  for (const [index, paragraph] of clean.paragraphs.slice(0, 4).entries()) {
    const split = splitText(paragraph.text, context);
    if (!split) continue;
    const rest = paragraph.text.slice(split.length).trimStart();
    const kept = rest === '' ? [] : [{ ...paragraph, text: rest }];
    return opening(
      { ...split.head, place: split.head.place ?? labelledPlace(clean.blocks, context) },
      paragraph.text.slice(0, split.length),
      clean.paragraphs.toSpliced(index, 1, ...kept),
    );
  }
  return fromCredits(clean, context);
};

/** A separate line around the text that gives the place; it is removed if it is part of the text. */
const fromCredits = (clean: CleanArticle, context: OpeningContext): Opening => {
  const found = findPlaceLine(clean.blocks, context);
  if (!found) return fromStatements(clean, context);
  const { head, printed } = found;
  return opening(
    head,
    printed,
    clean.paragraphs.filter(({ text }) => text !== printed),
  );
};

const stating = new Set(['dateline', 'contentlocation.name']);

/** The dateline from a field of an agency format, or from structured data of that name. */
const fromStatements = (clean: CleanArticle, context: OpeningContext): Opening => {
  const stated = clean.statements.find(
    ({ property, from, value }) =>
      stating.has(property) &&
      (from === 'format' || property === 'dateline') &&
      value.length <= LONGEST_STATED,
  );
  return stated === undefined
    ? noOpening(clean.paragraphs)
    : givenOpening(stated.value, clean.paragraphs, context);
};

const LONGEST_STATED = 100;

const noOpening = (paragraphs: readonly Paragraph[]): Opening => ({
  dateline: null,
  agencies: [],
  paragraphs,
  dayIn: () => null,
});

const opening = (head: DatelineHead, printed: string, paragraphs: readonly Paragraph[]): Opening => ({
  dateline: { place: head.place, printed: printed.trim() },
  agencies: head.agencies,
  paragraphs,
  dayIn: (dates) => dayOf(head.date, dates) ?? bareDayIn(head.bareDay, dates),
});

const givenOpening = (given: string, paragraphs: readonly Paragraph[], context: OpeningContext): Opening => {
  const head = readHead(given.slice(0, 200), context);
  if (head?.place) return opening(head, given, paragraphs);
  const [id] = context.places.findByName(given);
  return opening(
    { place: { id: id ?? null, printed: given.trim() }, agencies: [], date: null },
    given,
    paragraphs,
  );
};

/** A day without a year is the last such day up to the article's own. */
const dayOf = (date: PrintedDate | null, dates: FoundDates): string | null => {
  if (!date) return null;
  const own = lastOwnDay(dates);
  if (date.yearPrinted) return isoDay(date.year, date);
  if (own === null) return null;
  const year = Number(own.slice(0, 4));
  const day = isoDay(year, date);
  return Date.parse(day) - Date.parse(own) > 7 * 86_400_000 ? isoDay(year - 1, date) : day;
};

/** A day of the month alone is the last such day up to the article's own. */
const bareDayIn = (bare: number | undefined, dates: FoundDates): string | null => {
  const own = lastOwnDay(dates);
  if (bare === undefined || own === null || dates.published?.precision === 'year') return null;
  const [year = 0, month = 1, day = 1] = own.split('-').map(Number);
  const found = new Date(Date.UTC(year, month - (bare > day + 1 ? 2 : 1), bare));
  return found.getUTCDate() === bare ? found.toISOString().slice(0, 10) : null;
};

/** The article's own day; of a month or a year without a day, the last one that it can be. */
const lastOwnDay = ({ published, updated }: FoundDates): string | null => {
  const own = published ?? updated;
  return own === null ? null : lastDayOf(own.day);
};

const isoDay = (year: number, { month, day }: PrintedDate): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
