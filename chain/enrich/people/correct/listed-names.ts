import type { NameSpan } from '../name-span.ts';
import { cueClasses } from '../tagger/cues.ts';
import { nameBits } from '../tagger/name-table.ts';
import { kinds } from '../tagger/tokens.ts';
import { isCountry } from './countries.ts';
import { cueAt, hashAt, isCapital, knownAs, wordsOf } from './read-words.ts';
import { type CorrectionRule, inOrder, type ReadWords } from './rule.ts';

const farthest = 60;
const listed =
  /^(?:, | (?:and|und|y|e|et|en|och) )(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})(?:,? (?:and|und|y|e|et|en|och) |, )$/u;
/** `Anna S.`: a partly withheld name is one unit. */
const shortened = /^\p{Lu}[\p{L}’'-]+ \p{Lu}\.$/u;
const shortenedBefore = /(?<!\p{L})(\p{Lu}\p{Ll}[\p{L}’'-]* \p{Lu}\.) (?:and|und|y|e|et|en|och) $/u;

/** Names in a list between two others. Entries not made of names may be an office, an employer or a city. */
export const listedName: CorrectionRule<ReadWords> = {
  id: 'listed-name',
  languages: 'all',
  examples: [
    [
      'en',
      'They met [Anna Miller], Qark Qarnoux and [Paul Kent].',
      'They met [Anna Miller], [Qark Qarnoux] and [Paul Kent].',
    ],
    [
      'fr',
      '[Anna Miller], Jean-Luc Moreau et [Paul Kent] parlent.',
      '[Anna Miller], [Jean-Luc Moreau] et [Paul Kent] parlent.',
    ],
    [
      'en',
      '[Angela Merkel], Prime Minister and [Emmanuel Macron] met.',
      '[Angela Merkel], Prime Minister and [Emmanuel Macron] met.',
    ],
    [
      'en',
      '[Bill de Blasio], New York, [Eric Garcetti], Los Angeles, and [Lori Lightfoot]',
      '[Bill de Blasio], New York, [Eric Garcetti], Los Angeles, and [Lori Lightfoot]',
    ],
  ],
  apply: (read, spans) => {
    const { text } = read;
    const between = spans.flatMap(({ start }, at): NameSpan[] => {
      const before = spans[at - 1];
      if (!before || before.end < start - farthest) return [];
      const name = listed.exec(text.slice(before.end, start))?.[1];
      return name ? [placeOf(text, name, start)] : [];
    });
    const words = wordsOf(read, between);
    return inOrder(
      spans,
      between.filter((span, at) => isPerson(read, span, words[at] ?? [0, 0])),
    );
  },
};

const placeOf = (text: string, name: string, before: number): NameSpan => {
  const start = text.lastIndexOf(name, before - 1);
  return { start, end: start + name.length };
};

/** Partly withheld names are one unit. */
export const shortenedName: CorrectionRule<ReadWords> = {
  id: 'shortened-name',
  languages: 'all',
  examples: [
    [
      'de',
      'Die Eheleute Xujun C. und [Hua S.] sind frei.',
      'Die Eheleute [Xujun C.] und [Hua S.] sind frei.',
    ],
  ],
  apply: ({ text }, spans) =>
    inOrder(
      spans,
      spans.flatMap(({ start, end }, at) => {
        if (!shortened.test(text.slice(start, end))) return [];
        const from = Math.max(0, start - farthest, spans[at - 1]?.end ?? 0);
        const name = shortenedBefore.exec(text.slice(from, start))?.[1];
        return name ? [placeOf(text, name, start)] : [];
      }),
    ),
};

/** A word commoner than this in lower case is not a name; one step more for a known name. */
const commonest = 4;
/** Such a frequent name that it may be common in lower case too. */
const often = 3;

const isPerson = (read: ReadWords, { start, end }: NameSpan, [first, last]: [number, number]): boolean => {
  const { text, kind } = read.tokens;
  const name = text.slice(start, end);
  if (isCountry(read.language, name)) return false;
  const words = Array.from({ length: last - first + 1 }, (_, step) => first + step).filter(
    (at) => isCapital(read, at) || kind[at] === kinds.lower,
  );
  if (words.every((at) => (bitsAt(read, at) & nameBits.place) !== 0)) return false;
  if (!words.every((at) => mayBePart(read, at, first, last))) return false;
  if (knownAs(read, first).given > 0) return true;
  // German capitalizes every noun: before a surname it may be an unlisted office.
  if (read.language === 'de') return false;
  return knownAs(read, last).surname > 0 || words.every((at) => isUnheard(read, at));
};

const bitsAt = (read: ReadWords, at: number): number => read.table.bits(hashAt(read, at));

const commonnessAt = (read: ReadWords, at: number): number => read.table.commonness(hashAt(read, at));

/** A foreign name may be completely unknown; offices, cities and employers consist of known words. */
const isUnheard = (read: ReadWords, at: number): boolean =>
  bitsAt(read, at) === 0 && commonnessAt(read, at) === 0;

const mayBePart = (read: ReadWords, at: number, first: number, last: number): boolean => {
  const cue = cueAt(read, at);
  // `El País`, `La Paz`: a particle inside a name.
  if (cue !== cueClasses.none) return cue === cueClasses.particle && at > first && at < last;
  if ((bitsAt(read, at) & nameBits.organisation) !== 0) return false;
  const { given, surname } = knownAs(read, at);
  const isSure = (at === first && given >= often) || (at === last && surname >= often);
  return isSure || commonnessAt(read, at) <= commonest + (given > 0 || surname > 0 ? 1 : 0);
};
