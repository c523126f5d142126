import {
  type Chunks,
  chunksOf,
  type HashTable,
  longestChunk,
  longestWord,
  mix,
  type Probabilities,
  shapes,
  unseen,
} from './units.ts';

/**
 * How likely two words are one word in two scripts: a joint model of letter chunks, each conditioned on the
 * letters before it on both sides, summed over all alignments.
 *
 * @see Bisani & Ney (2008), Joint-sequence models for grapheme-to-phoneme conversion
 */
export interface AlignmentModel {
  /** Discounted probabilities by unit and unit-in-context, and the weight left to the shorter context. */
  readonly table: Probabilities;
}

/** A model as training produces it: its table can be iterated, and packed by `encodeModel`. */
export interface TrainedModel extends AlignmentModel {
  readonly table: HashTable;
}

/** Keys of one unit at one place, longest context last. */
export const contexts = 3;
export const unitHash = (left: number, right: number): number => mix(left, right);
export const contextHash = (left: Chunks, i: number, right: Chunks, j: number, level: number): number => {
  if (level === 0) return 0x51ed270b;
  const before = i >= level ? (left.hashes[(i - level) * 6 + level] ?? 0) : mix(level, i);
  const other = j >= 1 ? (right.hashes[(j - 1) * 6 + 1] ?? 0) : 7;
  return mix(mix(before, other), level);
};
/** The key of the weight that a context leaves to the next shorter one. */
export const restKey = (context: number): number => mix(context, 0x7f4a7c15);

/** A word as one side of a model sees it. */
export interface Heard {
  readonly chunks: Chunks;
  /** log P of its letters by themselves. */
  readonly log: number;
  /** 1 / P of its first letters, by their number. */
  readonly rarity: Float64Array;
}

/**
 * log P(left, right), or `hopeless` as soon as the beginnings show that the words do not match. Not re-entrant:
 * there is one scratch table.
 */
export const logJoint = ({ table }: AlignmentModel, one: Heard, other: Heard): number => {
  const [left, right] = [one.chunks, other.chunks];
  const width = right.length + 1;
  const cells = (left.length + 1) * width;
  forward.fill(0, 0, cells);
  forward[0] = 1;
  let scale = 0;
  for (let i = 0; i <= left.length; i += 1) {
    scale += rescale(i, width, left.length);
    const most = highest(i * width, other.rarity, width);
    if (most * (one.rarity[i] ?? 0) < leastHope * Math.exp(scale) && !hasHope(i, one, other, scale))
      return hopeless;
    for (let j = 0; j <= right.length; j += 1) {
      const here = forward[i * width + j] ?? 0;
      if (here * (other.rarity[j] ?? 0) > beam * most) spread(table, left, i, right, j);
    }
  }
  return Math.log(forward[cells - 1] || 1e-300) - scale;
};

const hopeless = -1000;

/** This much less likely than chance: a few letters without a counterpart. */
const leastHope = 1e-5;

/** Whether a unit across this row explains the prefixes better than chance. */
const hasHope = (row: number, one: Heard, other: Heard, scale: number): boolean => {
  const width = other.chunks.length + 1;
  const last = Math.min(one.chunks.length, row + longestChunk - 1);
  for (let i = row + 1; i <= last; i += 1)
    if (highest(i * width, other.rarity, width) * (one.rarity[i] ?? 0) >= leastHope * Math.exp(scale))
      return true;
  return false;
};

/** The probability of each prefix, by letters taken from both sides. */
const forward = new Float64Array((longestWord + 1) ** 2);
const weight = new Float64Array(contexts);
const context = new Uint32Array(contexts);
/**
 * Beam width: among alignments that used equally many letters of the left side, those that are this much less likely
 * than the best are dropped. Each is rated by the letters of the right side that it used.
 */
const beam = 1e-4;

const highest = (row: number, rarity: Float64Array, width: number): number => {
  let most = 0;
  for (let j = 0; j < width; j += 1) most = Math.max(most, (forward[row + j] ?? 0) * (rarity[j] ?? 0));
  return most;
};

/** Adds to every place that is reachable from here with one more unit. */
const spread = (table: Probabilities, left: Chunks, i: number, right: Chunks, j: number): void => {
  const width = right.length + 1;
  const here = forward[i * width + j] ?? 0;
  weighContexts(table, left, i, right, j, context, weight);
  for (let shape = 0; shape < shapeCount; shape += 1) {
    const n = shapeLeft[shape] ?? 0;
    const m = shapeRight[shape] ?? 0;
    if (i + n > left.length || j + m > right.length) continue;
    const unit = unitHash(left.hashes[i * 6 + n] ?? 0, right.hashes[j * 6 + m] ?? 0);
    let probability = shapeUnseen[shape] ?? 0;
    const base = table.get(mix(unit, context[0] ?? 0));
    if (base > 0) {
      probability += base * (weight[0] ?? 0);
      for (let level = 1; level < contexts; level += 1)
        if (weight[level] !== 0)
          probability += table.get(mix(unit, context[level] ?? 0)) * (weight[level] ?? 0);
    }
    const to = (i + n) * width + j + m;
    forward[to] = (forward[to] ?? 0) + here * probability;
  }
};

/** `shapes` laid out for the innermost loop. */
const shapeCount = shapes.length;
const shapeLeft = Uint8Array.from(shapes, ([left]) => left);
const shapeRight = Uint8Array.from(shapes, ([, right]) => right);
const shapeUnseen = Float64Array.from(shapes, ([left, right]) => unseen(left, right));

/** Rows are kept near 1, because the probabilities of long words would underflow. */
const rescale = (row: number, width: number, last: number): number => {
  let most = 0;
  for (let at = row * width; at < (row + 1) * width; at += 1) most = Math.max(most, forward[at] ?? 0);
  if (most === 0 || most > 1e-12) return 0;
  const end = (Math.min(last, row + longestChunk) + 1) * width;
  for (let at = row * width; at < end; at += 1) forward[at] = (forward[at] ?? 0) / most;
  return -Math.log(most);
};

/** Interpolation: a known context keeps its share, the rest goes to shorter contexts. */
export const weighContexts = (
  table: Probabilities,
  left: Chunks,
  i: number,
  right: Chunks,
  j: number,
  context: Uint32Array,
  weight: Float64Array,
): void => {
  let rest = 1;
  for (let level = contexts - 1; level > 0; level -= 1) {
    const key = contextHash(left, i, right, j, level);
    context[level] = key;
    const left_ = table.get(restKey(key));
    weight[level] = left_ === 0 ? 0 : rest;
    if (left_ !== 0) rest *= left_;
  }
  context[0] = contextHash(left, i, right, j, 0);
  weight[0] = rest;
};

/** Side numbers of the hashes; `nothing` on the other side gives a side's own likelihood. */
const sides = { left: 1, right: 2 } as const;
export const leftChunks = (word: string): Chunks => chunksOf(word, sides.left);
export const rightChunks = (word: string): Chunks => chunksOf(word, sides.right);
