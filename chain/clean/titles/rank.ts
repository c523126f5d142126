import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DecodedArticle } from '../../../domain/article.ts';
import { gatherCandidates, type TitleCandidate } from './candidates.ts';
import { titleFeatures } from './features.ts';

/** The weight of each feature of a candidate; features without a weight are ignored. */
export type TitleWeights = Readonly<Record<string, number>>;

/** The likeliest form of the page's title, or `null` if no metadata and no line has one. */
export const rankTitles = (decoded: DecodedArticle, weights: TitleWeights): string | null => {
  const candidates = gatherCandidates(decoded);
  let best: TitleCandidate | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const score = scoreTitle(titleFeatures(candidate, candidates), weights);
    if (score > most) [best, most] = [candidate, score];
  }
  return best === null ? null : wholeOf(best.text, candidates);
};

export const scoreTitle = (features: ReadonlyMap<string, number>, weights: TitleWeights): number => {
  let sum = 0;
  for (const [name, value] of features) sum += value * (weights[name] ?? 0);
  return sum;
};

/** The full form of a title that was shortened with dots. */
const wholeOf = (title: string, others: readonly TitleCandidate[]): string => {
  const cut = /^(.{10,300}?)\s?(?:\.{3}|…)$/u.exec(title)?.[1];
  if (cut === undefined) return title;
  return others.find(({ text }) => text.length > cut.length + 4 && text.startsWith(cut))?.text ?? title;
};

const FILE = join(import.meta.dirname, '../../../models/titles.json');
let shipped: TitleWeights | null = null;

/** The shipped weights, read once per thread; `models/README.md` says how they were made. */
export const shippedTitleWeights = (): TitleWeights => {
  shipped ??= z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(FILE, 'utf8')));
  return shipped;
};
