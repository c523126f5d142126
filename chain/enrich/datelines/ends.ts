import { type DatelineHead, type HeadContext, readHead } from './head.ts';

/** A dateline at the beginning of a paragraph, and its length including the separator before the text. */
export interface Split {
  readonly head: DatelineHead;
  readonly length: number;
}

/** A dateline ends within this many units of its paragraph. */
export const furthest = 110;
const strongEnd = /\s{0,3}(?:[—–―]|-{1,3})\s{0,3}(?=\S)|\s?=\s?(?=\S)|\.\s?[-–—]\s?|\s\|\s/gu;
const weakEnd = /[:.：]\s{1,3}(?=[\p{Lu}\p{Lo}"“«„'‘\d])|[)）]:?\s{0,2}(?=[\p{Lu}\p{Lo}"“«„'‘])|[\n।]/gu;

/**
 * `GENEVA (Reuters) - …`: up to a dash, an equals sign or a vertical bar; up to a later one if only that gives a head with a place,
 * so that half a dateline is never left in the text.
 */
export const splitAtDash = (text: string, context: HeadContext): Split | null => {
  const start = text.slice(0, furthest);
  let placeless: Split | null = null;
  for (const end of start.matchAll(strongEnd)) {
    const inBrackets = /[(（][^()（）]*$/u.test(start.slice(0, end.index));
    const head = end.index < 2 || inBrackets ? null : readHead(start.slice(0, end.index), context);
    if (!head || !holdsEnough(head, { text: start, end: end[0], at: end.index, context })) continue;
    const split = { head, length: end.index + end[0].length };
    if (head.place) return split;
    placeless ??= split;
  }
  return placeless;
};

/** `London, Jan 15 (ANI): …`, `MOSCOW, January 5. …`, `Berlin. …`: up to punctuation that also ends other phrases. */
export const splitAtStop = (text: string, context: HeadContext): Split | null => {
  const start = text.slice(0, furthest);
  for (const end of start.matchAll(weakEnd)) {
    if (end.index < 2) continue;
    const words = start.slice(0, end.index);
    const head = readHead(/^[)）]/.test(end[0]) ? `${words})` : words, context);
    if (!head) continue;
    const told = isLoud(words, head) || head.agencies.length > 0 || isLabel(end[0], head);
    if (told || (end[0].startsWith('.') && isBarePlace(words, head, context)))
      return { head, length: end.index + end[0].length };
  }
  return null;
};

interface Ending {
  readonly text: string;
  readonly end: string;
  readonly at: number;
  readonly context: HeadContext;
}

/** A dash inside a word or a list does not end a dateline; a bare name needs a sentence after its dash. */
const holdsEnough = (head: DatelineHead, { text, end, at, context }: Ending): boolean => {
  const next = text.slice(at + end.length, at + end.length + 1);
  const begins = /[\p{Lu}\p{Lo}"“«„'‘\d]/u.test(next);
  if (head.place && (head.date || head.agencies.length > 0)) return true;
  if (head.agencies.length > 0)
    return begins && head.agencies.some((id) => context.agencies.get(id)?.kind === 'agency');
  const spaced = /\s[—–―-]|[—–―|]|\.-/u.test(end) || end.includes('=');
  if (head.place) return spaced && begins;
  return head.date !== null && spaced && at < 30;
};

/** `Asunción: …`, if the place is recorded. */
const isLabel = (end: string, head: DatelineHead): boolean => /^[:：]/.test(end) && head.place?.id != null;

/** `Berlin. Die …`, in languages whose papers use this form; kickers do not name a recorded place. */
const isBarePlace = (words: string, { place }: DatelineHead, { profile }: HeadContext): boolean =>
  place?.id != null && place.printed === words.trim() && profile.placeOpensText === true;

const isLoud = (words: string, { place, date }: DatelineHead): boolean =>
  place !== null &&
  ((date !== null && place.id !== null) || /^[^\p{Ll}]{3,}$/u.test(words)) &&
  /\p{L}{3}/u.test(words);
