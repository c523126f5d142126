import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DecodedArticle } from '../../../domain/article.ts';
import { firstFeatures, secondFeatures } from '../features/index.ts';
import { measurePage } from '../features/page.ts';
import { FINGERPRINT_BYTES, ForeignWeights, featureFingerprint } from './fingerprint.ts';
import { packTrees, predictAll, type Trees, unpackTrees } from './trees.ts';

/** Two passes: the second sees the first pass's scores of a block's surroundings. */
export interface ExtractorModel {
  readonly first: Trees;
  readonly second: Trees;
}

/** How likely each block is the article's text, 0–1, in the order of the blocks. */
export const scoreBlocks = (
  decoded: DecodedArticle,
  title: string | null,
  { first, second }: ExtractorModel,
): Float64Array => {
  const page = measurePage(decoded, title);
  const rows = firstFeatures(page);
  const scores = predictAll(first, rows);
  const likely = [...scores.keys()].filter((at) => (scores[at] ?? 0) >= UNLIKELY);
  const sure = predictAll(second, secondFeatures(page, rows, scores, likely));
  for (const [place, at] of likely.entries()) scores[at] = sure[place] ?? 0;
  return scores;
};

/**
 * Lines with a lower score after the first pass are no text: on unseen hosts they are five of six lines, and the
 * second pass took none of them for text, nor near it (docs/figures/extraction.md).
 */
const UNLIKELY = 0.01;

const FILE = join(import.meta.dirname, '../../../models/extraction.bin');
let shipped: ExtractorModel | null = null;

/** The shipped weights, read once per thread; `models/README.md` says how they were made. */
export const shippedExtractor = (): ExtractorModel => {
  shipped ??= unpackExtractor(readFileSync(FILE));
  return shipped;
};

export const packExtractor = ({ first, second }: ExtractorModel): Buffer =>
  Buffer.concat([featureFingerprint(), packTrees(first), packTrees(second)]);

/** @throws {ForeignWeights} if they were trained on other features */
export const unpackExtractor = (bytes: Buffer): ExtractorModel => {
  if (!bytes.subarray(0, FINGERPRINT_BYTES).equals(featureFingerprint()))
    throw new ForeignWeights('the weights of extraction were trained on other features: train them again');
  const first = unpackTrees(bytes, FINGERPRINT_BYTES);
  return { first: first.trees, second: unpackTrees(bytes, first.end).trees };
};
