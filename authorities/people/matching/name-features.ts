import { alignParts, alignWords, isTaken, type Judge, type Match } from './align-names.ts';
import { areEquivalent } from './given-names.ts';
import { type NameParts, partsOf } from './name-parts.ts';
import { editDistance, spellingDistance } from './spellings/spelled.ts';
import { loadTransliterator, type Transliterator } from './transliteration.ts';

/** How many numbers `nameFeatures` returns. */
export const featureCount = 20;

/** The score per letter of a nickname match, and of a spelling by rule. */
const ofEquivalents = 0.55;
const bySpelling = { exact: 1.4, slope: 4 } as const;

/**
 * Evidence for and against two forms being one person's name, by sound and spelling alone.
 *
 * @param language the model of the other form's script; `latin` for two Latin forms
 * @param isStrict whether to stop if both names have words without a counterpart in the other
 * @returns `featureCount` numbers, the first is 1; null if nothing can be compared or if it stopped
 */
export const nameFeatures = (
  latin: string,
  other: string,
  language: string,
  isStrict = false,
): Float64Array | null => {
  const judge = loadTransliterator(language);
  const left = partsOf(latin);
  const right = partsOf(other);
  if (!judge || left.parts.length === 0 || right.parts.length === 0) return null;
  const compare = judgeOf(judge, right, language);
  if (isStrict && leavesWords(left, right, compare)) return null;
  const matches = alignParts(left.parts, right.parts, compare, right.characters ? 5 : 2);
  if (isStrict && isOpen(left, matches, 'left') && isOpen(right, matches, 'right')) return null;
  return describe(left, right, matches, judge);
};

/** If two names have equally many words, an unmatched word in one leaves an unmatched word in the other. */
const leavesWords = (left: NameParts, right: NameParts, compare: Judge): boolean =>
  !right.characters &&
  left.parts.length === right.parts.length &&
  (left.parts.some((one) => right.parts.every((other) => !isTaken(compare([one], [other])))) ||
    alignWords(left.parts, right.parts, compare).length < left.parts.length);

const isOpen = ({ parts }: NameParts, matches: readonly Match[], side: 'left' | 'right'): boolean =>
  matches.reduce((sum, { [side]: [from, to] }) => sum + to - from, 0) < parts.length;

const judgeOf = (judge: Transliterator, { characters }: NameParts, language: string): Judge => {
  const known = new Map<string, number>();
  return (left, right) => {
    const [one, two] = [left.join(''), right.join('')];
    const key = `${one} ${two}`;
    const score = known.get(key) ?? compareParts(judge, one, right, two, characters, language);
    known.set(key, score);
    return score;
  };
};

const compareParts = (
  judge: Transliterator,
  one: string,
  right: readonly string[],
  two: string,
  characters: boolean,
  language: string,
): number => {
  if (language === 'latin') return compareLatin(judge, one, two);
  const heard = clip(judge.evidence(one, two));
  if (!characters) return heard;
  return Math.max(heard, bySpelling.exact - bySpelling.slope * spellingDistance(one, right));
};

/** The model for pairs of Latin words covers only similar spellings, so other pairs are not scored. */
const compareLatin = (judge: Transliterator, one: string, two: string): number => {
  if (one === two) return 2;
  const least = areEquivalent(one, two) ? ofEquivalents : -2;
  const longest = Math.max(one.length, two.length);
  const isFar = Math.abs(one.length - two.length) > 4 || editDistance(one, two) > farthestSpelling * longest;
  return isFar ? least : Math.max(least, clip(judge.evidence(one, two)));
};

const farthestSpelling = 0.7;

const clip = (value: number): number => Math.max(-2, Math.min(2, value));

const describe = (
  left: NameParts,
  right: NameParts,
  matches: readonly Match[],
  judge: Transliterator,
): Float64Array => {
  const size = ({ parts }: NameParts): number => parts.join('').length;
  const matchedLeft = matches.reduce((sum, { letters }) => sum + letters, 0);
  const matchedRight = matches.reduce(
    (sum, { right: [from, to] }) => sum + right.parts.slice(from, to).join('').length,
    0,
  );
  const total = matches.reduce((sum, { score, letters }) => sum + score * letters, 0);
  const worst = matches.length > 0 ? Math.min(...matches.map(({ score }) => score)) : -1.5;
  const openLeft = 1 - matchedLeft / size(left);
  const openRight = 1 - matchedRight / size(right);
  const of = (part: number): number =>
    matches.find(({ left: [from, to] }) => from <= part && part < to)?.score ?? -1;
  const [firstPart, lastPart] = [of(0), of(left.parts.length - 1)];
  const turned = isTurned(matches);
  const whole = clip(joined(left, right, judge, turned));
  const initials = countInitials(left, right, matches);
  return Float64Array.of(
    1,
    worst,
    matchedLeft > 0 ? total / matchedLeft : -1.5,
    Math.min(3, total / 10),
    openLeft,
    openRight,
    Math.min(openLeft, openRight),
    openLeft > 0 && openRight > 0 ? 1 : 0,
    openLeft === 0 && openRight === 0 ? 1 : 0,
    matches.length < 2 ? 1 : 0,
    whole,
    Math.max(0, whole),
    firstPart,
    lastPart,
    Math.min(firstPart, lastPart),
    Math.max(0, worst),
    initials.met,
    initials.missed,
    Math.min(left.parts.length, right.parts.length) === 1 ? 1 : 0,
    turned ? 1 : 0,
  );
};

/** Both names as one word each, also in the two other orders that occur. */
const joined = ({ parts }: NameParts, right: NameParts, judge: Transliterator, turned: boolean): number => {
  const two = right.parts.join('');
  if (!turned) return judge.evidence(parts.join(''), two);
  const [first = '', ...rest] = parts;
  const orders = [[...rest, first].join(''), [parts.at(-1) ?? '', ...parts.slice(0, -1)].join('')];
  return Math.max(...new Set(orders).values().map((one) => judge.evidence(one, two)));
};

/** Initials of one side beside unmatched words of the other: `John F.` and `John Fitzgerald`. */
const countInitials = (
  left: NameParts,
  right: NameParts,
  matches: readonly Match[],
): { met: number; missed: number } => {
  const open = (parts: readonly string[], side: 'left' | 'right'): string[] =>
    parts.filter((_, at) => !matches.some((match) => match[side][0] <= at && at < match[side][1]));
  const pairs = [
    ...left.initials.map((initial) => ({
      initial,
      words: [...open(right.parts, 'right'), ...right.initials],
    })),
    ...right.initials.map((initial) => ({ initial, words: [...open(left.parts, 'left'), ...left.initials] })),
  ].filter(({ words }) => words.length > 0);
  const met = pairs.filter(({ initial, words }) => words.some((word) => word.startsWith(initial))).length;
  return { met: Math.min(1, met), missed: Math.min(1, pairs.length - met) };
};

const isTurned = (matches: readonly Match[]): boolean =>
  matches.some(({ right }, at) => at > 0 && right[0] < (matches[at - 1]?.right[0] ?? 0));
