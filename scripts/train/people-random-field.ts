import {
  createLattice,
  exponentialsOf,
  findMarginals,
  follows,
  tagCount,
} from '../../worker/enrich/people/tagger.ts';

/** Rows of features with their gold tags, cut into runs. */
export interface TrainingText {
  readonly features: Uint32Array;
  readonly width: number;
  readonly gold: Uint8Array;
  readonly runs: readonly { readonly from: number; readonly to: number }[];
  /** How much this text counts: below 1 for labels made by another tool. */
  readonly weight: number;
}

export interface TrainedWeights {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
}

export interface TrainingOptions {
  readonly bits: number;
  readonly epochs: number;
  /** Weights nearer to zero than this many steps of the optimiser are dropped: fewer, rounder features. */
  readonly penalty: number;
  readonly log: (line: string) => void;
}

const rate = 0.1;
/** Columns that name words by themselves are left out now and then, so that the rest learns to do without. */
const blindness = 0.15;

/** A linear-chain conditional random field, fitted by AdaGrad with an L1 penalty paid once an epoch. */
export const trainRandomField = (
  texts: readonly TrainingText[],
  options: TrainingOptions,
): TrainedWeights => {
  const { bits, epochs, penalty, log } = options;
  const mask = 2 ** bits - 1;
  const weights = new Float32Array(tagCount * 2 ** bits);
  const squares = new Float32Array(weights.length).fill(0.1);
  const transitions = new Float32Array(25);
  const transitionSquares = new Float32Array(25).fill(1);
  const lattice = createLattice();
  const random = seeded(1);
  const counts = countFeatures(texts, mask);
  const sum = new Float32Array(weights.length);
  const order = texts.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    let wrong = 0;
    for (const index of order) {
      const text = texts[index];
      if (!text) continue;
      for (const { from, to } of text.runs) wrong += fitRun(text, from, to);
    }
    if (penalty > 0) shrink(weights, squares, penalty);
    for (let at = 0; at < sum.length; at += 1)
      sum[at] = (sum[at] as number) + (weights[at] as number) / epochs;
    log(`  epoch ${epoch + 1}: loss ${wrong.toFixed(0)}`);
  }
  return { weights: sum, transitions };

  function fitRun(text: TrainingText, from: number, to: number): number {
    const { features, width, gold, weight } = text;
    const size = to - from;
    const emissions = new Float32Array(size * tagCount);
    const blind = random() < 0.5 ? blindness : 0;
    const kept = new Uint8Array(size);
    for (let at = 0; at < size; at += 1) {
      kept[at] = blind > 0 && random() < blind ? 1 : 0;
      const base = (from + at) * width;
      for (let n = kept[at] === 1 ? 7 : 0; n < width; n += 1) {
        const feature = features[base + n] as number;
        if (feature === 0 || (counts[feature & mask] as number) < leastSeen) continue;
        const slot = (feature & mask) * tagCount;
        for (let tag = 0; tag < tagCount; tag += 1)
          emissions[at * tagCount + tag] =
            (emissions[at * tagCount + tag] as number) + (weights[slot + tag] as number);
      }
    }
    const factors = exponentialsOf(transitions);
    const marginals = new Float32Array(size * tagCount);
    findMarginals({ emissions, from: 0, to: size }, factors, lattice, marginals);
    let loss = 0;
    for (let at = 0; at < size; at += 1) {
      const right = gold[from + at] as number;
      const sure = marginals[at * tagCount + right] as number;
      loss += 1 - sure;
      if (sure > 0.999) continue;
      const base = (from + at) * width;
      for (let n = kept[at] === 1 ? 7 : 0; n < width; n += 1) {
        const feature = features[base + n] as number;
        if (feature === 0 || (counts[feature & mask] as number) < leastSeen) continue;
        const slot = (feature & mask) * tagCount;
        for (let tag = 0; tag < tagCount; tag += 1) {
          const gradient = weight * ((tag === right ? 1 : 0) - (marginals[at * tagCount + tag] as number));
          if (gradient < 1e-3 && gradient > -1e-3) continue;
          const square = (squares[slot + tag] as number) + gradient * gradient;
          squares[slot + tag] = square;
          weights[slot + tag] = (weights[slot + tag] as number) + (rate * gradient) / Math.sqrt(square);
        }
      }
    }
    fitTransitions(gold, from, to, marginals);
    return loss;
  }

  /** Expected pairs by the product of neighbouring marginals, which is near enough for twelve weights. */
  function fitTransitions(gold: Uint8Array, from: number, to: number, marginals: Float32Array): void {
    for (let at = from; at < to; at += 1) {
      const right = gold[at] as number;
      const before = at === from ? 0 : (gold[at - 1] as number);
      let mass = 0;
      const expected = new Float64Array(25);
      for (let pair = 0; pair < 25; pair += 1) {
        if (follows[pair] !== 1) continue;
        const previous = Math.floor(pair / tagCount);
        const first =
          at === from ? Number(previous === 0) : (marginals[(at - from - 1) * tagCount + previous] as number);
        const value = first * (marginals[(at - from) * tagCount + (pair % tagCount)] as number);
        expected[pair] = value;
        mass += value;
      }
      if (mass <= 0) continue;
      for (let pair = 0; pair < 25; pair += 1) {
        if (follows[pair] !== 1) continue;
        const gradient = Number(pair === before * tagCount + right) - (expected[pair] as number) / mass;
        if (gradient < 1e-2 && gradient > -1e-2) continue;
        const square = (transitionSquares[pair] as number) + gradient * gradient;
        transitionSquares[pair] = square;
        transitions[pair] = (transitions[pair] as number) + (0.1 * gradient) / Math.sqrt(square);
      }
    }
  }
};

/** A feature seen less often is left out: it could only learn its one example by heart. */
const leastSeen = 3;

const countFeatures = (texts: readonly TrainingText[], mask: number): Uint8Array => {
  const counts = new Uint8Array(mask + 1);
  for (const { features } of texts)
    for (const feature of features)
      if (feature !== 0 && (counts[feature & mask] as number) < 255)
        counts[feature & mask] = (counts[feature & mask] as number) + 1;
  return counts;
};

const shrink = (weights: Float32Array, squares: Float32Array, penalty: number): void => {
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] as number;
    if (weight === 0) continue;
    const step = (penalty * rate) / Math.sqrt(squares[at] as number);
    weights[at] = weight > step ? weight - step : weight < -step ? weight + step : 0;
  }
};

const shuffle = (order: number[], random: () => number): void => {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
};

/** Numbers in [0, 1), the same for the same seed (Marsaglia's xorshift). */
const seeded = (seed: number): (() => number) => {
  let state = seed * 2654435769;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};
