import type { NameSpan } from '../name-span.ts';
import { standingTitles } from '../roles/standing-titles.ts';

const dot = /[ㆍ·・‧∙]/u;
const hangulName = /^[\uac00-\ud7a3]{2,4}$/u;
const formerly: ReadonlySet<string> = new Set(['전', '현', '前']);
/** `전 씨` is a person of that surname. */
const addressed = /^ ?씨/u;

/**
 * Mends Korean names: a dot parts two people (`노민철ㆍ고영희 의원`), for foreign names are written with blanks; a
 * title with the polite `님`, or the `former` before one, is nobody's name.
 */
export const mendKoreanNames = (text: string, spans: readonly NameSpan[]): NameSpan[] =>
  spans
    .flatMap((span) => partAtDots(text, span))
    .map((span) => trimWords(text, span))
    .filter((span) => !isTitle(text, span));

const and = /^및 +/u;
const lastWord = / +([\uac00-\ud7a3]{2,6})$/u;

/** Behind a blank a title is no part of the name (`캠벨 조정관`), nor is the word for `and` before one. */
const trimWords = (text: string, { start, end }: NameSpan): NameSpan => {
  const name = text.slice(start, end);
  const opening = and.exec(name)?.[0].length ?? 0;
  const last = lastWord.exec(name);
  const titled = last?.[1] !== undefined && standingTitles.includes(last[1]);
  return { start: start + opening, end: titled && last.index > opening ? start + last.index : end };
};

const partAtDots = (text: string, span: NameSpan): NameSpan[] => {
  const parts = text.slice(span.start, span.end).split(dot);
  if (parts.length < 2 || !parts.every((part) => hangulName.test(part))) return [span];
  let from = span.start;
  return parts.map((part) => {
    const start = from;
    from += part.length + 1;
    return { start, end: start + part.length };
  });
};

const isTitle = (text: string, { start, end }: NameSpan): boolean => {
  const name = text.slice(start, end);
  if (formerly.has(name)) return !addressed.test(text.slice(end, end + 2));
  return name.endsWith('님') && standingTitles.includes(name.slice(0, -1));
};
