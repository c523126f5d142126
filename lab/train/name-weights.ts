import {
  chanceOf,
  type NameWeights,
  weightCount,
  withProducts,
} from '../../authorities/people/matching/compare-names.ts';
import { nameFeatures } from '../../authorities/people/matching/name-features.ts';
import type { NamePair } from '../evaluate/name-pairs.ts';

/** The features of a pair, and whether it is one person's. */
export interface CountedPair {
  readonly script: string;
  readonly same: boolean;
  readonly id: string;
  /** Including products. */
  readonly features: Float64Array;
}

export const countPairs = (pairs: readonly NamePair[]): CountedPair[] =>
  pairs.flatMap(({ script, latin, other, same, id }) => {
    const features = nameFeatures(latin, other, script);
    return features ? [{ script, same, id, features: withProducts(features) }] : [];
  });

/** Most forms of a script, and most other people, per person in training, see `drawPairs`. */
export const trainingPairs = [1, 2] as const;

const rounds = 800;
const step = 0.05;
const ridge = 0.003;
/** Fewer pairs teach nothing. */
const least = 40;

/** Logistic regression, one set of weights a script, by Adam (Kingma & Ba 2015) on all pairs at once. */
export const trainNameWeights = (pairs: readonly CountedPair[]): NameWeights =>
  Object.fromEntries(
    [...Map.groupBy(pairs, ({ script }) => script)]
      .filter(([, own]) => own.length >= least)
      .map(([script, own]): [string, number[]] => [
        script,
        regress(own).map((weight) => Number(weight.toFixed(4))),
      ]),
  );

const regress = (pairs: readonly CountedPair[]): number[] => {
  const weights = new Array<number>(weightCount).fill(0);
  const mean = new Float64Array(weightCount);
  const square = new Float64Array(weightCount);
  const positives = pairs.filter(({ same }) => same).length;
  const balance = { true: 0.5 / positives, false: 0.5 / (pairs.length - positives) };
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = Float64Array.from(weights, (weight, at) => (at === 0 ? 0 : ridge * weight));
    for (const { features, same } of pairs) {
      const error = (chanceOf(features, weights) - (same ? 1 : 0)) * balance[same ? 'true' : 'false'];
      for (let at = 0; at < weightCount; at += 1)
        gradient[at] = (gradient[at] ?? 0) + error * (features[at] ?? 0);
    }
    for (let at = 0; at < weightCount; at += 1) {
      const slope = gradient[at] ?? 0;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
      const [m, v] = [(mean[at] ?? 0) / (1 - 0.9 ** round), (square[at] ?? 0) / (1 - 0.999 ** round)];
      weights[at] = (weights[at] ?? 0) - (step * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return weights;
};
