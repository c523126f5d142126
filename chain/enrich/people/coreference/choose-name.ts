import type { PrintedName } from './printed-name.ts';

/** A Greek nominative is longer than its accusative. */
const isGreek = ({ text }: PrintedName): boolean => /^\p{Script=Greek}/u.test(text);

/** The name with most parts; among those the shortest, which is the base form where endings are added. */
export const chooseName = (forms: readonly PrintedName[]): string => {
  const ranked = [...forms].sort(
    (one, other) =>
      weigh(other) - weigh(one) ||
      (one.solid || isGreek(one) ? other.text.length - one.text.length : one.text.length - other.text.length),
  );
  return ranked[0]?.text ?? '';
};

const weigh = (name: PrintedName): number =>
  name.parts.filter((part) => part.length > 1).length * 10 + name.parts.length;
