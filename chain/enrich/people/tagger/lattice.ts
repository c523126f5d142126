import { placeInRun } from './place-in-run.ts';

/** BILOU: outside, begin, inside, last, unit (a name of one token). */
export const tags = { outside: 0, begin: 1, inside: 2, last: 3, unit: 4 } as const;
export const tagCount = 5;

const byPlace = [tags.unit, tags.begin, tags.inside, tags.last] as const;
/** The tag of a unit at a position in a name of a given length. */
export const tagInName = (step: number, length: number): number =>
  byPlace[placeInRun(step, length)] ?? tags.outside;

/** `follows[previous * 5 + next]`: 1 if the scheme allows it. */
export const follows = Uint8Array.from({ length: 25 }, (_, pair) => {
  const open = [1, 2].includes(Math.floor(pair / 5));
  return Number(open === [2, 3].includes(pair % 5));
});

/** The tags that each tag may follow. */
const mayPrecede = Array.from({ length: tagCount }, (_, tag) =>
  Array.from({ length: tagCount }, (_, before) => before).filter(
    (before) => follows[before * tagCount + tag] === 1,
  ),
);

/** Scores of one run of tokens: `emissions[token * 5 + tag]`, natural logarithms up to a constant. */
export interface Run {
  readonly emissions: Float32Array;
  readonly from: number;
  readonly to: number;
}

/**
 * The likeliest allowed tags of a run, written to `out`. A run begins after and ends before an outside token.
 */
export const findBestTags = (
  { emissions, from, to }: Run,
  transitions: Float32Array,
  out: Uint8Array,
): void => {
  const back = new Uint8Array((to - from) * tagCount);
  let scores = new Float64Array(tagCount).fill(-1e9);
  scores[tags.outside] = 0;
  let next = new Float64Array(tagCount);
  for (let at = from; at < to; at += 1) {
    for (let tag = 0; tag < tagCount; tag += 1) {
      let best = -1e18;
      let previous = 0;
      for (const before of mayPrecede[tag] ?? []) {
        const score = (scores[before] ?? 0) + (transitions[before * tagCount + tag] ?? 0);
        if (score > best) {
          best = score;
          previous = before;
        }
      }
      next[tag] = best + (emissions[at * tagCount + tag] ?? 0);
      back[(at - from) * tagCount + tag] = previous;
    }
    [scores, next] = [next, scores];
  }
  let tag: number = tags.outside;
  for (const end of [tags.last, tags.unit]) if ((scores[end] ?? 0) > (scores[tag] ?? 0)) tag = end;
  for (let at = to - 1; at >= from; at -= 1) {
    out[at] = tag;
    tag = back[(at - from) * tagCount + tag] ?? 0;
  }
};

/** Buffers of forward-backward, reused between calls to avoid garbage. */
export interface Lattice {
  forward: Float64Array;
  backward: Float64Array;
  scale: Float64Array;
  likely: Float64Array;
}

export const createLattice = (): Lattice => ({
  forward: new Float64Array(0),
  backward: new Float64Array(0),
  scale: new Float64Array(0),
  likely: new Float64Array(0),
});

const grow = (lattice: Lattice, size: number): void => {
  if (lattice.scale.length >= size) return;
  lattice.forward = new Float64Array(size * 2 * tagCount);
  lattice.backward = new Float64Array(size * 2 * tagCount);
  lattice.likely = new Float64Array(size * 2 * tagCount);
  lattice.scale = new Float64Array(size * 2);
};

/**
 * The probability of each tag at each token of a run, written to `out`. `factors` are the exponentials of the
 * transitions, 0 if the scheme forbids one.
 */
export const findMarginals = (
  { emissions, from, to }: Run,
  factors: Float64Array,
  lattice: Lattice,
  out: Float32Array,
): void => {
  const size = to - from;
  grow(lattice, size);
  const { forward, backward, scale, likely } = lattice;
  exponentiate(emissions, from, size, likely);
  for (let at = 0; at < size; at += 1) {
    let total = 0;
    for (let tag = 0; tag < tagCount; tag += 1) {
      let sum = 0;
      if (at === 0) sum = factors[tag] ?? 0;
      else
        for (let before = 0; before < tagCount; before += 1)
          sum += (forward[(at - 1) * tagCount + before] ?? 0) * (factors[before * tagCount + tag] ?? 0);
      const value = sum * (likely[at * tagCount + tag] ?? 0);
      forward[at * tagCount + tag] = value;
      total += value;
    }
    const factor = total > 0 ? 1 / total : 1;
    scale[at] = factor;
    for (let tag = 0; tag < tagCount; tag += 1)
      forward[at * tagCount + tag] = (forward[at * tagCount + tag] ?? 0) * factor;
  }
  for (let at = size - 1; at >= 0; at -= 1) {
    let total = 0;
    for (let tag = 0; tag < tagCount; tag += 1) {
      let sum = 0;
      if (at === size - 1) sum = tag === tags.begin || tag === tags.inside ? 0 : 1;
      else
        for (let next = 0; next < tagCount; next += 1)
          sum +=
            (backward[(at + 1) * tagCount + next] ?? 0) *
            (likely[(at + 1) * tagCount + next] ?? 0) *
            (factors[tag * tagCount + next] ?? 0);
      backward[at * tagCount + tag] = sum;
      total += sum;
    }
    const factor = total > 0 ? 1 / total : 1;
    let mass = 0;
    for (let tag = 0; tag < tagCount; tag += 1) {
      const index = at * tagCount + tag;
      backward[index] = (backward[index] ?? 0) * factor;
      mass += (backward[index] ?? 0) * (forward[index] ?? 0);
    }
    for (let tag = 0; tag < tagCount; tag += 1) {
      const index = at * tagCount + tag;
      out[(from + at) * tagCount + tag] =
        mass > 0 ? ((forward[index] ?? 0) * (backward[index] ?? 0)) / mass : 0;
    }
  }
};

const exponentiate = (emissions: Float32Array, from: number, size: number, likely: Float64Array): void => {
  for (let at = 0; at < size; at += 1) {
    let top = -1e9;
    for (let tag = 0; tag < tagCount; tag += 1)
      top = Math.max(top, emissions[(from + at) * tagCount + tag] ?? 0);
    for (let tag = 0; tag < tagCount; tag += 1)
      likely[at * tagCount + tag] = Math.exp((emissions[(from + at) * tagCount + tag] ?? 0) - top);
  }
};

/** Exponentials of the transitions, 0 if the scheme forbids one. */
export const exponentialsOf = (transitions: Float32Array): Float64Array =>
  Float64Array.from({ length: 25 }, (_, pair) =>
    follows[pair] === 1 ? Math.exp(transitions[pair] ?? 0) : 0,
  );
