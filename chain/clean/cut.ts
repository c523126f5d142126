/** From this score on, a block is more likely text than not. */
const USUAL = 0.5;
/** A lower threshold must be expected to be this much better, because scores are not exact. */
const GAIN = 0.2;
/** Below this expected score, the page is not an article. */
const LEAST = 0.45;

/**
 * The score from which a page's blocks are its text: one half, or the threshold with the best expected F1 if one half
 * would leave most of the text out. If a caption is the whole article, its score is low, but the highest on its page.
 *
 * @param scores  how likely each block is text, 0–1
 * @param lengths  of the blocks, by any measure
 */
export const bestCut = (scores: Float64Array, lengths: readonly number[]): number => {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const expected = order.reduce((sum, at) => sum + (scores[at] ?? 0) * (lengths[at] ?? 0), 0);
  let likely = 0;
  let taken = 0;
  let usual = 0;
  let best = { score: USUAL, f1: 0 };
  for (const at of order) {
    const score = scores[at] ?? 0;
    likely += score * (lengths[at] ?? 0);
    taken += lengths[at] ?? 0;
    const f1 = (2 * likely) / Math.max(1, taken + expected);
    if (score >= USUAL) usual = f1;
    if (f1 > best.f1) best = { score, f1 };
  }
  return best.score < USUAL && best.f1 >= LEAST && best.f1 - usual > GAIN ? best.score : USUAL;
};
