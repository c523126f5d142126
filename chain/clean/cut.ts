/** More likely text than not. */
const USUAL = 0.5;
/** So much better a lower cut must be expected to be: scores are not exact enough for less. */
const GAIN = 0.2;
/** Below this expected score, the page is not an article. */
const LEAST = 0.45;

/**
 * From which score on a page's blocks are its text: one half, but where that would leave most of the text out, the cut
 * of the best expected F1. A caption as the whole article is likely nowhere, and likelier than all else on its page.
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
