import { soundAlike } from './kana-forms.ts';
import { type PrintedName, sameParts, sameWord } from './printed-name.ts';

/** Whether two full names are forms of one, or spellings of one foreign name. */
export const isSameFull = (one: PrintedName, other: PrintedName): boolean =>
  one.solid && other.solid
    ? soundAlike(one.text, other.text)
    : one.parts.length > 1 && sameFullName(one.parts, other.parts);

/** Whether two full names are one name in different grammatical cases: equal without their endings. */
export const isSameInflected = (one: PrintedName, other: PrintedName): boolean =>
  one.stems !== one.parts && one.stems.length > 1 && sameFullName(one.stems, other.stems);

/**
 * Whether two names that differ in endings are a man's and a woman's (`Daniel Nowak`, `Daniela Nowak`): in another case
 * of his the surname would differ too, while of hers (`Danielą Nowak`) no form lacks an ending.
 */
export const areManAndWoman = (one: PrintedName, other: PrintedName): boolean =>
  one.parts.length > 1 &&
  one.parts.at(-1) === other.parts.at(-1) &&
  one.parts[0] !== other.parts[0] &&
  one.stems[0] === other.stems[0] &&
  (isBase(one) || isBase(other));

/** In foreign names, the `o` of men's names (`Mario`) is not a case ending. */
const isBase = ({ parts: [given = ''], stems: [stem] }: PrintedName): boolean =>
  given === stem || given.endsWith('o');

/** The longer name contains the parts of the shorter one in order, including the surname. */
const sameFullName = (one: readonly string[], other: readonly string[]): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let from = 0;
  for (const part of short) {
    const found = long.findIndex((candidate, at) => at >= from && sameParts(part, candidate));
    if (found < 0) return false;
    from = found + 1;
  }
  return short.some(
    (part) => part.length > 1 && long.some((candidate) => candidate.length > 1 && sameWord(part, candidate)),
  );
};

/** Whether a name of two words is the surname of a full name and a second surname: `Rivera Hurtado` of `Ana Rivera`. */
export const areSurnamesOf = ({ parts }: PrintedName, full: PrintedName): boolean =>
  parts.length === 2 && full.parts.length === 2 && full.parts[1] === parts[0];
