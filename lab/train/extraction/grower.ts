import { LEAF } from '../../../chain/clean/model/trees.ts';
import { BINS } from './bins.ts';

export interface BoostingOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly leafWeight: number;
  readonly ridge: number;
  readonly rowShare: number;
  readonly featureShare: number;
  readonly seed: number;
}

export interface Node {
  feature: number;
  bin: number;
  value: number;
  left: number;
}

interface Ground {
  readonly bins: readonly Uint8Array[];
  readonly edges: readonly Float32Array[];
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly chosen: readonly number[];
  readonly options: BoostingOptions;
  readonly nodes: Node[];
}

/** Grows one tree. A node's sums are its parent's less its smaller sibling's, so only the smaller is counted. */
export class Grower {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  grow(sample: Uint32Array): number {
    const { nodes } = this.#ground;
    nodes.push({ feature: LEAF, bin: 0, value: 0, left: 0 });
    const root = nodes.length - 1;
    this.#fill(root, sample, this.#sumsOf(sample), 0);
    return root;
  }

  #fill(at: number, sample: Uint32Array, sums: Float64Array, depth: number): void {
    const { nodes, bins, edges, options } = this.#ground;
    const node = nodes[at];
    if (node === undefined) return;
    const split = depth < options.depth ? this.#bestSplit(sums) : null;
    if (split === null) {
      node.value = this.#leafValue(sample);
      return;
    }
    const column = bins[split.feature] as Uint8Array;
    node.feature = split.feature;
    node.bin = split.bin;
    node.value = edges[split.feature]?.[split.bin] ?? 0;
    node.left = nodes.length;
    nodes.push({ feature: LEAF, bin: 0, value: 0, left: 0 }, { feature: LEAF, bin: 0, value: 0, left: 0 });
    const { left } = node;
    const { low, high } = partition(sample, column, split.bin);
    const deeper = depth + 1 < options.depth;
    const fewer = deeper ? this.#sumsOf(low.length < high.length ? low : high) : sums;
    if (deeper)
      for (let cell = 0; cell < sums.length; cell += 1) (sums[cell] as number) -= fewer[cell] as number;
    this.#fill(left, low, low.length < high.length ? fewer : sums, depth + 1);
    this.#fill(left + 1, high, low.length < high.length ? sums : fewer, depth + 1);
  }

  #leafValue(sample: Uint32Array): number {
    const { gradient, hessian, options } = this.#ground;
    let g = 0;
    let h = 0;
    for (let at = 0; at < sample.length; at += 1) {
      const row = sample[at] as number;
      g += gradient[row] as number;
      h += hessian[row] as number;
    }
    return (-options.rate * g) / (h + options.ridge);
  }

  /** Gradient and hessian by chosen feature and bin, one after the other. */
  #sumsOf(sample: Uint32Array): Float64Array {
    const { bins, gradient, hessian, chosen } = this.#ground;
    const sums = new Float64Array(chosen.length * BINS * 2);
    const g = gather(gradient, sample);
    const h = gather(hessian, sample);
    for (const [place, feature] of chosen.entries()) {
      const column = bins[feature] as Uint8Array;
      const start = place * BINS * 2;
      for (let at = 0; at < sample.length; at += 1) {
        const cell = start + 2 * (column[sample[at] as number] as number);
        (sums[cell] as number) += g[at] as number;
        (sums[cell + 1] as number) += h[at] as number;
      }
    }
    return sums;
  }

  #bestSplit(sums: Float64Array): { feature: number; bin: number } | null {
    const { chosen, options } = this.#ground;
    let best: { feature: number; bin: number } | null = null;
    let most = 1e-6;
    for (const [place, feature] of chosen.entries()) {
      const found = scan(sums, place * BINS * 2, options);
      if (found.gain > most) {
        most = found.gain;
        best = { feature, bin: found.bin };
      }
    }
    return best;
  }
}

const scan = (
  sums: Float64Array,
  start: number,
  { ridge, leafWeight }: BoostingOptions,
): { gain: number; bin: number } => {
  let allG = 0;
  let allH = 0;
  for (let cell = start; cell < start + 2 * BINS; cell += 2) {
    allG += sums[cell] as number;
    allH += sums[cell + 1] as number;
  }
  const whole = (allG * allG) / (allH + ridge);
  let leftG = 0;
  let leftH = 0;
  let best = { gain: 0, bin: 0 };
  for (let bin = 0; bin < BINS - 1; bin += 1) {
    leftG += sums[start + 2 * bin] as number;
    leftH += sums[start + 2 * bin + 1] as number;
    if (leftH < leafWeight || allH - leftH < leafWeight) continue;
    const gain = leftG ** 2 / (leftH + ridge) + (allG - leftG) ** 2 / (allH - leftH + ridge) - whole;
    if (gain > best.gain) best = { gain, bin };
  }
  return best;
};

// Plain loops below, because for millions of values an iterator or a callback costs more than the work itself.

const gather = (values: Float64Array, sample: Uint32Array): Float64Array => {
  const gathered = new Float64Array(sample.length);
  for (let at = 0; at < sample.length; at += 1) gathered[at] = values[sample[at] as number] as number;
  return gathered;
};

/** The rows whose value lies in the bins up to one, and the others. */
const partition = (
  sample: Uint32Array,
  column: Uint8Array,
  bin: number,
): { readonly low: Uint32Array; readonly high: Uint32Array } => {
  const parted = new Uint32Array(sample.length);
  let low = 0;
  let high = sample.length;
  for (let at = 0; at < sample.length; at += 1) {
    const row = sample[at] as number;
    if ((column[row] as number) <= bin) {
      parted[low] = row;
      low += 1;
    } else {
      high -= 1;
      parted[high] = row;
    }
  }
  return { low: parted.subarray(0, low), high: parted.subarray(low) };
};

/** Adds to every row the value of the leaf in which it falls. */
export const addLeaves = (
  sums: Float64Array,
  nodes: readonly Node[],
  root: number,
  bins: readonly Uint8Array[],
): void => {
  for (let row = 0; row < sums.length; row += 1) {
    let node = nodes[root] as Node;
    while (node.feature !== LEAF) {
      const column = bins[node.feature] as Uint8Array;
      node = nodes[node.left + ((column[row] as number) > node.bin ? 1 : 0)] as Node;
    }
    sums[row] = (sums[row] as number) + node.value;
  }
};
