import {
  createLattice,
  exponentialsOf,
  findMarginals,
  follows,
  tagCount,
} from '../../chain/enrich/people/tagger/lattice.ts';
import { createRandom, shuffle } from '../random.ts';
import { type DenseText, numberFeatures, type TrainingText } from './people-dense-rows.ts';

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
/**
 * Feature dropout: every feature is left out of a token with this probability, so that the weights do not depend on single
 * features. Without it the model memorizes the training texts after three epochs.
 */
const dropped = 0.25;
/** Columns that identify words by themselves are sometimes left out, so that the others learn to do without them. */
const blindness = 0.15;

/** A linear-chain conditional random field, fitted by AdaGrad with an L1 penalty paid once an epoch. */
export const trainRandomField = (
  texts: readonly TrainingText[],
  options: TrainingOptions,
): TrainedWeights => {
  const { bits, epochs, penalty, log } = options;
  const { texts: dense, slots } = numberFeatures(texts, 2 ** bits - 1);
  const weights = new Float32Array(tagCount * slots.length);
  const squares = new Float32Array(weights.length).fill(0.1);
  const transitions = new Float32Array(25);
  const transitionSquares = new Float32Array(25).fill(1);
  const lattice = createLattice();
  const random = createRandom(1);
  const sum = new Float32Array(weights.length);
  let order = dense.flatMap((text) => text.runs.map((run) => ({ text, ...run })));
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    order = shuffle(order, random);
    let wrong = 0;
    for (const { text, from, to } of order) wrong += fitRun(text, from, to);
    if (penalty > 0) shrink(weights, squares, penalty);
    for (let at = 0; at < sum.length; at += 1)
      sum[at] = (sum[at] as number) + (weights[at] as number) / epochs;
    log(`  epoch ${epoch + 1}: loss ${wrong.toFixed(0)}`);
  }
  return { weights: spread(sum, slots, bits), transitions };

  function fitRun(text: DenseText, from: number, to: number): number {
    const { ids, starts, named, gold, weight } = text;
    const size = to - from;
    const emissions = new Float32Array(size * tagCount);
    const blind = random() < 0.5 ? blindness : 0;
    const draws = new Int32Array(size);
    const kept = new Uint8Array(size);
    for (let at = 0; at < size; at += 1) {
      kept[at] = blind > 0 && random() < blind ? 1 : 0;
      const first = (kept[at] === 1 ? named : starts)[from + at] as number;
      const end = starts[from + at + 1] as number;
      let draw = Math.floor(random() * 2 ** 32) | 0;
      draws[at] = draw;
      for (let n = first; n < end; n += 1) {
        draw = nextDraw(draw);
        if (draw >>> 0 < dropBelow) continue;
        const slot = (ids[n] as number) * tagCount;
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
      const first = (kept[at] === 1 ? named : starts)[from + at] as number;
      const end = starts[from + at + 1] as number;
      for (let tag = 0; tag < tagCount; tag += 1) {
        const gradient = weight * ((tag === right ? 1 : 0) - (marginals[at * tagCount + tag] as number));
        if (gradient < 1e-3 && gradient > -1e-3) continue;
        let draw = draws[at] as number;
        for (let n = first; n < end; n += 1) {
          draw = nextDraw(draw);
          if (draw >>> 0 < dropBelow) continue;
          const slot = (ids[n] as number) * tagCount + tag;
          const square = (squares[slot] as number) + gradient * gradient;
          squares[slot] = square;
          weights[slot] = (weights[slot] as number) + (rate * gradient) / Math.sqrt(square);
        }
      }
    }
    fitTransitions(gold, from, to, marginals);
    return loss;
  }

  /** Expected pairs by the product of neighbouring marginals, which is accurate enough for twelve weights. */
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

/** The same sequence from the same start, so that a token's gradient leaves out the same features as its score. */
const nextDraw = (draw: number): number => (Math.imul(draw, 1_664_525) + 1_013_904_223) | 0;
const dropBelow = dropped * 2 ** 32;

/** Weights at their hashed places, scaled down by the dropout, because the tagger drops nothing. */
const spread = (weights: Float32Array, slots: Int32Array, bits: number): Float32Array => {
  const whole = new Float32Array(tagCount * 2 ** bits);
  for (const [id, slot] of slots.entries())
    for (let tag = 0; tag < tagCount; tag += 1)
      whole[slot * tagCount + tag] = (weights[id * tagCount + tag] as number) * (1 - dropped);
  return whole;
};

const shrink = (weights: Float32Array, squares: Float32Array, penalty: number): void => {
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] as number;
    if (weight === 0) continue;
    const step = (penalty * rate) / Math.sqrt(squares[at] as number);
    weights[at] = Math.sign(weight) * Math.max(0, Math.abs(weight) - step);
  }
};
