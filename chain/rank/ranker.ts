import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Evidence for and against a candidate: numbers of about 0–1 by name; an absent one is 0. */
export type Features = Readonly<Record<string, number>>;

/** A learned linear model over named features. */
export interface Ranker {
  /** Log odds that a candidate is right; below 0 the answer is “none”. */
  readonly score: (features: Features) => number;
}

const shape = z.object({
  /** Checksum of the names of the features: a model with other features is rejected. */
  fingerprint: z.string(),
  bias: z.number(),
  weights: z.record(z.string(), z.number()),
});

export type RankerWeights = z.infer<typeof shape>;

/** The names of the features, as a checksum that model and code must share. */
export const fingerprintOf = (features: readonly string[]): string =>
  createHash('sha256')
    .update([...features].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);

export const rankerOf = ({ bias, weights }: Pick<RankerWeights, 'bias' | 'weights'>): Ranker => ({
  score: (features) => {
    let sum = bias;
    for (const [name, value] of Object.entries(features)) sum += value * (weights[name] ?? 0);
    return sum;
  },
});

/**
 * A shipped ranker; `models/README.md` says how they were made.
 *
 * @param name      of its file in `models/`
 * @param features  the names that the code gives to it
 * @throws {Error} if it was trained on other features
 */
export const loadRanker = (name: string, features: readonly string[]): Ranker => {
  const file = join(import.meta.dirname, `../../models/${name}.json`);
  const weights = shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (weights.fingerprint !== fingerprintOf(features))
    throw new Error(`models/${name}.json was trained on other features: run lab/train/rankers.ts`);
  return rankerOf(weights);
};

/** The candidates that are more likely right than wrong, in their order. */
export const likely = <T>(candidates: readonly T[], ranker: Ranker, featuresOf: (one: T) => Features): T[] =>
  candidates.filter((one) => ranker.score(featuresOf(one)) > 0);
