import {
  type Features,
  fingerprintOf,
  type Ranker,
  type RankerWeights,
  rankerOf,
} from '../../../chain/rank/ranker.ts';
import { foldOf } from '../folds.ts';

/** A candidate: its features, and whether it is labelled as right. */
export interface Example {
  readonly features: Features;
  readonly right: boolean;
}

/** The candidates of one labelled page. */
export interface ExamplePage {
  readonly host: string;
  /** The set of the labels. */
  readonly batch: string;
  /** Number of right answers in the labels, including those missing among the candidates. */
  readonly gold: number;
  readonly examples: readonly Example[];
}

const STEPS = 1500;
const MOMENTUM = 0.9;
/** L2 penalty, because there are few pages; the best of .0005 to .01 in cross-validation. */
const RIDGE = 0.002;

/** Logistic regression by gradient ascent with momentum; the same from the same pages. */
export const fitRanker = (pages: readonly ExamplePage[], names: readonly string[]): RankerWeights => {
  const examples = pages.flatMap((page) => page.examples);
  const weights = new Map(names.map((name) => [name, 0]));
  const speed = new Map<string, number>();
  let bias = 0;
  let biasSpeed = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const ranker = rankerOf({ bias, weights: Object.fromEntries(weights) });
    const slope = slopeOf(examples, ranker);
    biasSpeed = MOMENTUM * biasSpeed + (1 - MOMENTUM) * slope.bias;
    bias += biasSpeed;
    for (const [name, weight] of weights) {
      const pull = (slope.weights.get(name) ?? 0) - RIDGE * weight;
      const now = MOMENTUM * (speed.get(name) ?? 0) + (1 - MOMENTUM) * pull;
      speed.set(name, now);
      weights.set(name, weight + now);
    }
  }
  return {
    fingerprint: fingerprintOf(names),
    bias: round(bias),
    weights: Object.fromEntries([...weights].map(([name, weight]) => [name, round(weight)])),
  };
};

const round = (value: number): number => Number(value.toFixed(3));

const slopeOf = (
  examples: readonly Example[],
  ranker: Ranker,
): { readonly bias: number; readonly weights: ReadonlyMap<string, number> } => {
  const weights = new Map<string, number>();
  let bias = 0;
  for (const { features, right } of examples) {
    const pull = ((right ? 1 : 0) - 1 / (1 + Math.exp(-ranker.score(features)))) / examples.length;
    bias += pull;
    for (const [name, value] of Object.entries(features))
      if (value !== 0) weights.set(name, (weights.get(name) ?? 0) + pull * value);
  }
  return { bias, weights };
};

const FOLDS = 10;

/** The ranker that has not seen a host: one fit per fold, on the pages of all other hosts. */
export const fitFolds = (
  pages: readonly ExamplePage[],
  names: readonly string[],
  salt: string,
): ((host: string) => Ranker) => {
  const made = Array.from({ length: FOLDS }, (_, fold) =>
    rankerOf(
      fitRanker(
        pages.filter(({ host }) => foldOf(host, FOLDS, salt) !== fold),
        names,
      ),
    ),
  );
  const none: Ranker = { score: () => -1 };
  return (host) => made[foldOf(host, FOLDS, salt)] ?? none;
};
