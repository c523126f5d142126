import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { latinizeGreek } from './greek.ts';
import { featureCount, nameFeatures } from './name-features.ts';
import { longestName } from './normalize-name.ts';

/** Which model judges a script against the Latin one. */
const modelOf: readonly (readonly [letter: RegExp, language: string])[] = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Katakana}|\p{Script=Hiragana}/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
];

/** The script of a name as far as matching knows it: a model's language, `latin`, or null. */
export const scriptOf = (name: string): string | null =>
  modelOf.find(([letter]) => letter.test(name))?.[1] ?? (/\p{Script=Latin}/u.test(name) ? 'latin' : null);

/** Weights of the features of `name-features.ts` and of their products, by script beside Latin. */
export type NameWeights = Readonly<Record<string, readonly number[]>>;

/** From this value on, two forms count as one person's name; one shipped value for all scripts. */
export const samePerson = 0.94;

/** Options of a comparison. */
export interface Comparison {
  /** A different set from the shipped one, for tests of training. */
  readonly weights?: NameWeights | undefined;
  /** 0 at once if both names have words without a counterpart: such pairs are never certain enough. */
  readonly isStrict?: boolean;
}

/**
 * How likely two forms are one person's name, by sound and spelling, without a list of persons.
 *
 * @returns 0–1, see `samePerson`; null over 200 characters, and if neither form is Latin
 */
export const compareNames = (one: string, other: string, comparison: Comparison = {}): number | null => {
  if (one.length > longestName || other.length > longestName) return null;
  // Letters without a Latin equivalent (Coptic, archaic) stay Greek; one round is enough.
  return /\p{Script=Greek}/u.test(one + other)
    ? compareSounds(latinizeGreek(one), latinizeGreek(other), comparison)
    : compareSounds(one, other, comparison);
};

const compareSounds = (one: string, other: string, comparison: Comparison): number | null => {
  if (one.length > longestName || other.length > longestName) return null;
  const [left, right] = [scriptOf(one), scriptOf(other)];
  if (left === 'latin' && right) return judge(one, other, right, comparison);
  return right === 'latin' && left ? judge(other, one, left, comparison) : null;
};

const judge = (
  latin: string,
  other: string,
  script: string,
  { weights = shippedWeights(), isStrict = false }: Comparison,
): number | null => {
  const own = weights[script];
  if (!own) return null;
  const features = nameFeatures(latin, other, script, isStrict);
  if (!features) return isStrict ? 0 : null;
  return chanceOf(withProducts(features), own);
};

/**
 * Features, and the products of any two of them: a bad part together with a good one tells more than each alone. The
 * first feature is 1, so it has no products.
 */
export const withProducts = (features: Float64Array): Float64Array => {
  const all = new Float64Array(weightCount);
  all.set(features);
  let next = featureCount;
  for (let one = 1; one < featureCount; one += 1)
    for (let other = one; other < featureCount; other += 1) {
      all[next] = (features[one] ?? 0) * (features[other] ?? 0);
      next += 1;
    }
  return all;
};

export const weightCount = featureCount + ((featureCount - 1) * featureCount) / 2;

/** The logistic function of a weighted sum; both have `weightCount` numbers. */
export const chanceOf = (features: Float64Array, weights: readonly number[]): number => {
  let sum = 0;
  for (let at = 0; at < weightCount; at += 1) sum += (features[at] ?? 0) * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
};

const path = join(import.meta.dirname, '../../../models/names.json');
let shipped: NameWeights | null = null;

const shippedWeights = (): NameWeights => {
  shipped ??= existsSync(path) ? readWeights(readFileSync(path, 'utf8')) : {};
  return shipped;
};

/** @throws {Error} if the file has more or fewer numbers than there are weights */
const readWeights = (text: string): NameWeights => {
  const read: unknown = JSON.parse(text);
  const entries = Object.entries(read ?? {}).map(([script, numbers]): [string, number[]] => {
    if (!Array.isArray(numbers) || numbers.length !== weightCount)
      throw new Error(`models/names.json: ${script} has not ${weightCount} weights`);
    return [script, numbers.map(Number)];
  });
  return Object.fromEntries(entries);
};
