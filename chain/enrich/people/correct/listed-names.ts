import type { NameSpan } from '../name-span.ts';
import { cueClasses } from '../tagger/cues.ts';
import { nameBits } from '../tagger/name-table.ts';
import { kinds } from '../tagger/tokens.ts';
import { isCountry } from './countries.ts';
import { cueAt, hashAt, isCapital, knownAs, type ReadText, wordsOf } from './read-text.ts';

const farthest = 60;
const listed =
  /^(?:, | (?:and|und|y|e|et|en|och) )(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})(?:,? (?:and|und|y|e|et|en|och) |, )$/u;
/** `Anna S.`: names of which law and courtesy keep the rest back stand together. */
const shortened = /^\p{Lu}[\p{L}’'-]+ \p{Lu}\.$/u;
const shortenedBefore = /(?<!\p{L})(\p{Lu}\p{Ll}[\p{L}’'-]* \p{Lu}\.) (?:and|und|y|e|et|en|och) $/u;

/**
 * Names that stand in a list between two others (`A B, C D and E F`), or before one shortened like them. What stands
 * there may be an office, an employer or a city as well: of those between two others only what is made of names counts.
 *
 * @param spans  what was found, in order
 */
export const findListedNames = (read: ReadText, spans: readonly NameSpan[]): NameSpan[] => {
  const { text } = read.tokens;
  const between: NameSpan[] = [];
  const before: NameSpan[] = [];
  spans.forEach(({ start, end }, at) => {
    const last = spans[at - 1];
    const from = Math.max(0, start - farthest);
    const isShortened = shortened.test(text.slice(start, end));
    const name = isShortened
      ? shortenedBefore.exec(text.slice(Math.max(from, last?.end ?? 0), start))?.[1]
      : last && last.end >= from
        ? listed.exec(text.slice(last.end, start))?.[1]
        : undefined;
    if (!name) return;
    const found = text.lastIndexOf(name, start - 1);
    (isShortened ? before : between).push({ start: found, end: found + name.length });
  });
  const words = wordsOf(read, between);
  return [...before, ...between.filter((span, at) => isPerson(read, span, words[at] ?? [0, 0]))];
};

/** A word commoner than this in small letters is no name, one step more for one that is known as a name. */
const commonest = 4;
/** Known as a name so often that it may be common in small letters too. */
const often = 3;

const isPerson = (read: ReadText, { start, end }: NameSpan, [first, last]: [number, number]): boolean => {
  const { text, kind } = read.tokens;
  const name = text.slice(start, end);
  if (isCountry(read.language, name)) return false;
  const words = Array.from({ length: last - first + 1 }, (_, step) => first + step).filter(
    (at) => isCapital(read, at) || kind[at] === kinds.lower,
  );
  if (words.every((at) => (bitsAt(read, at) & nameBits.place) !== 0)) return false;
  if (!words.every((at) => mayBePart(read, at, first, last))) return false;
  if (knownAs(read, first).given > 0) return true;
  // German writes every noun with a capital: before a surname it may be an office that no list holds.
  if (read.language === 'de') return false;
  return knownAs(read, last).surname > 0 || words.every((at) => isUnheard(read, at));
};

const bitsAt = (read: ReadText, at: number): number => read.table.bits(hashAt(read, at));

const commonnessAt = (read: ReadText, at: number): number => read.table.commonness(hashAt(read, at));

/** A foreign name may be one that nobody has heard of; offices, cities and employers are made of known words. */
const isUnheard = (read: ReadText, at: number): boolean =>
  bitsAt(read, at) === 0 && commonnessAt(read, at) === 0;

const mayBePart = (read: ReadText, at: number, first: number, last: number): boolean => {
  const cue = cueAt(read, at);
  // `El País`, `La Paz`: a particle stands inside a name.
  if (cue !== cueClasses.none) return cue === cueClasses.particle && at > first && at < last;
  if ((bitsAt(read, at) & nameBits.organisation) !== 0) return false;
  const { given, surname } = knownAs(read, at);
  const isSure = (at === first && given >= often) || (at === last && surname >= often);
  return isSure || commonnessAt(read, at) <= commonest + (given > 0 || surname > 0 ? 1 : 0);
};
