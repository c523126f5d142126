import { tokensOf } from '../../../worker/clean/tokens.ts';

/** F1 of two texts as multisets of tokens, 0–1; two empty texts agree. */
export const tokenF1 = (gold: string, found: string): number => {
  const left = countTokens(gold);
  const right = countTokens(found);
  if (left.total === 0 && right.total === 0) return 1;
  let shared = 0;
  for (const [token, count] of left.counts) shared += Math.min(count, right.counts.get(token) ?? 0);
  return (2 * shared) / (left.total + right.total);
};

const countTokens = (text: string): { counts: ReadonlyMap<string, number>; total: number } => {
  const counts = new Map<string, number>();
  const tokens = tokensOf(text);
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return { counts, total: tokens.length };
};
