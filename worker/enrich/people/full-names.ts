import { soundAlike } from './kana-forms.ts';
import { type PrintedName, sameParts, sameWord } from './printed-name.ts';

/** Whether two full names are forms of one, or spellings of one foreign name. */
export const isSameFull = (one: PrintedName, other: PrintedName): boolean =>
  one.solid && other.solid
    ? soundAlike(one.text, other.text)
    : one.parts.length > 1 && sameFullName(one.parts, other.parts);

/** The shorter name's parts stand in the longer one in their order, the surname among them. */
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
