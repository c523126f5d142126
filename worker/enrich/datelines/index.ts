import type { CleanArticle, Dateline, Paragraph } from '../../../domain/article.ts';
import type { FoundDates } from '../dates/index.ts';
import type { PrintedDate } from '../dates/printed.ts';
import { type DatelineHead, type HeadContext, readHead } from './head.ts';
import { findPlaceLine } from './place-lines.ts';

/** How an article opens: its dateline, and its text without it. */
export interface Opening {
  readonly dateline: Omit<Dateline, 'date'> | null;
  /** Agencies that the dateline names, in printed order. */
  readonly agencies: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  /** The dateline's day, its year taken from the article's dates. */
  dayIn(dates: FoundDates): string | null;
}

export type OpeningContext = HeadContext;

/** Splits the dateline off the text: off its first paragraphs, or a line of its own before them. */
export const splitDateline = (clean: CleanArticle, context: OpeningContext): Opening => {
  const { dateline: given } = clean.given;
  if (given === null) return noOpening(clean.paragraphs);
  if (given !== undefined) return givenOpening(given, clean.paragraphs, context);
  for (const [index, paragraph] of clean.paragraphs.slice(0, 4).entries()) {
    const split = splitText(paragraph.text, context);
    if (!split) continue;
    const rest = paragraph.text.slice(split.length).trimStart();
    const kept = rest === '' ? [] : [{ ...paragraph, text: rest }];
    return opening(
      split.head,
      paragraph.text.slice(0, split.length),
      clean.paragraphs.toSpliced(index, 1, ...kept),
    );
  }
  return fromCredits(clean, context);
};

interface Split {
  readonly head: DatelineHead;
  readonly length: number;
}

const strongEnd = /\s{0,3}(?:[—–―]|-{1,3})\s{0,3}(?=\S)|\s?=\s?(?=\S)|\.\s?[-–—]\s?/gu;
const weakEnd = /[:.：]\s{1,3}(?=[\p{Lu}\p{Lo}"“«„'‘\d])|[)）]\s{0,2}(?=[\p{Lu}\p{Lo}"“«„'‘])|[\n।]/gu;
const bracketed =
  /^\s{0,3}[【［[(（〔]([^】］\])）〕\n]{2,50})[】］\])）〕]\s{0,3}(?:[\p{Script=Hangul}]{2,4}\s?(?:기자|특파원)\s?)?[=＝:：]?\s{0,3}/u;
const chinese =
  /^\s{0,3}[（(【〔]?([^。，,！？]{2,48}?)(?:电|電|讯|訊|消息|報導|报道)[）)】〕]?\s{0,3}(?:[（(]\s?(?:记者|記者|通讯员)[^）)]{0,40}[）)])?[：:]?\s{0,3}/u;
const furthest = 110;

const splitText = (text: string, context: OpeningContext): Split | null => {
  if (context.profile.code === 'zh') {
    const match = chinese.exec(text.slice(0, 160));
    const words = match?.[1]
      ?.replace(/(?:本报|本報)?(?:记者|記者|编译|特约)[^／/|]{0,12}/u, '')
      .replace(/^本[报報网網社台]/u, '');
    const head = words === undefined ? null : readHead(words, context);
    if (match && head && (head.agencies.length > 0 || head.place)) return { head, length: match[0].length };
  }
  const box = bracketed.exec(text.slice(0, 100));
  const boxed = box && (readHead(box[1] ?? '', context) ?? readSignedBox(box[1] ?? '', context));
  if (box && boxed && (boxed.agencies.length > 0 || boxed.place?.id))
    return withInner(text, box[0].length, boxed, context);
  const start = text.slice(0, furthest);
  for (const end of start.matchAll(strongEnd)) {
    const head = end.index < 2 ? null : readHead(start.slice(0, end.index), context);
    if (head && holdsEnough(head, end[0], start, end.index))
      return { head, length: end.index + end[0].length };
  }
  for (const end of start.matchAll(weakEnd)) {
    if (end.index < 2) continue;
    const head = readHead(start.slice(0, end.index + (/^[)）]/.test(end[0]) ? 1 : 0)), context);
    if (
      head &&
      (isLoud(start.slice(0, end.index), head) || head.agencies.length > 0 || isLabel(end[0], head))
    )
      return { head, length: end.index + end[0].length };
  }
  return null;
};

/** `【ワシントン＝山田太郎】`: behind the place stands who reports from there. */
const readSignedBox = (words: string, context: OpeningContext): DatelineHead | null => {
  const place = /^([^=＝]{2,20})[=＝]\s?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,8}$/u.exec(
    words,
  )?.[1];
  return place === undefined ? null : readHead(place, context);
};

/** `(ANSA) - ROMA, 3 GEN -`: the place follows the agency. */
const withInner = (text: string, length: number, head: DatelineHead, context: OpeningContext): Split => {
  if (head.place) return { head, length };
  const dash = /^[-–—]\s{0,3}/.exec(text.slice(length));
  const from = length + (dash?.[0].length ?? 0);
  const rest = text.slice(from, from + 70);
  for (const end of rest.matchAll(strongEnd)) {
    const inner = readHead(rest.slice(0, end.index), context);
    if (inner?.place?.id)
      return { head: { ...inner, agencies: head.agencies }, length: from + end.index + end[0].length };
  }
  return { head, length: from };
};

/** A dash inside a word or a list parts no dateline; a bare place needs a sentence behind its dash. */
const holdsEnough = (head: DatelineHead, end: string, text: string, at: number): boolean => {
  if (head.agencies.length > 0 || (head.place && head.date)) return true;
  const spaced = /\s[—–―-]|[—–―]/u.test(end) || end.includes('=');
  const next = text.slice(at + end.length, at + end.length + 1);
  if (head.place) return spaced && /[\p{Lu}\p{Lo}"“«„'‘\d]/u.test(next);
  return head.date !== null && spaced && at < 30;
};

/** `Asunción: …`, where the place is one of record. */
const isLabel = (end: string, head: DatelineHead): boolean => /^[:：]/.test(end) && head.place?.id != null;

const isLoud = (words: string, head: DatelineHead): boolean =>
  head.place !== null &&
  ((head.date !== null && head.place.id !== null) || /^[^\p{Ll}]{3,}$/u.test(words)) &&
  /\p{L}{3}/u.test(words);

/** A line of its own around the text that tells the place, off the text where it stands in it. */
const fromCredits = (clean: CleanArticle, context: OpeningContext): Opening => {
  const found = findPlaceLine(clean.blocks, context);
  if (!found) return noOpening(clean.paragraphs);
  const { head, printed } = found;
  return opening(
    head,
    printed,
    clean.paragraphs.filter(({ text }) => text !== printed),
  );
};

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
  dayIn: (dates) => dayOf(head.date, dates),
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
  const own = dates.published?.day ?? dates.updated?.day ?? null;
  if (date.yearPrinted) return isoDay(date.year, date);
  if (own === null) return null;
  const year = Number(own.slice(0, 4));
  const day = isoDay(year, date);
  return Date.parse(day) - Date.parse(own) > 7 * 86_400_000 ? isoDay(year - 1, date) : day;
};

const isoDay = (year: number, { month, day }: PrintedDate): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
