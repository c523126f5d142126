import { LEAF, type Trees } from '../../../worker/clean/model/trees.ts';

export interface TrainingRows {
  readonly rows: readonly Float32Array[];
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
}

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

const BINS = 48;

/** Gradient-boosted trees on histograms, logistic loss (Friedman 2001; second-order leaves as in Chen 2016). */
export const boost = ({ rows, labels, weights }: TrainingRows, options: BoostingOptions): Trees => {
  const features = rows[0]?.length ?? 0;
  const random = randomFrom(options.seed);
  const edges = Array.from({ length: features }, (_, feature) => binEdges(rows, feature, random));
  const bins = edges.map((edge, feature) => binColumn(rows, feature, edge));
  let positive = 0;
  let total = 0;
  for (const [at, weight] of weights.entries()) {
    total += weight;
    positive += weight * (labels[at] ?? 0);
  }
  const base = Math.log((positive + 1) / (total - positive + 1));
  const sums = new Float64Array(rows.length).fill(base);
  const gradient = new Float64Array(rows.length);
  const hessian = new Float64Array(rows.length);
  const nodes: Node[] = [];
  const roots: number[] = [];
  for (let tree = 0; tree < options.trees; tree += 1) {
    for (let at = 0; at < rows.length; at += 1) {
      const chance = 1 / (1 + Math.exp(-(sums[at] as number)));
      gradient[at] = (weights[at] as number) * (chance - (labels[at] as number));
      hessian[at] = (weights[at] as number) * chance * (1 - chance);
    }
    const sample = Uint32Array.from(rows.keys().filter(() => random() < options.rowShare));
    const chosen = [...edges.keys()].filter(() => random() < options.featureShare);
    const grower = new Grower({ bins, edges, gradient, hessian, chosen, options, nodes });
    const root = grower.grow(sample);
    roots.push(root);
    for (let at = 0; at < rows.length; at += 1)
      sums[at] = (sums[at] as number) + leafOf(nodes, root, bins, at);
  }
  return {
    features,
    base,
    roots: Uint32Array.from(roots),
    feature: Uint16Array.from(nodes, (node) => node.feature),
    value: Float32Array.from(nodes, (node) => node.value),
    left: Uint32Array.from(nodes, (node) => node.left),
  };
};

interface Node {
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
class Grower {
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
    const low = sample.filter((row) => (column[row] as number) <= split.bin);
    const high = sample.filter((row) => (column[row] as number) > split.bin);
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
    for (const row of sample) {
      g += gradient[row] as number;
      h += hessian[row] as number;
    }
    return (-options.rate * g) / (h + options.ridge);
  }

  /** Gradient and hessian by chosen feature and bin, one behind the other. */
  #sumsOf(sample: Uint32Array): Float64Array {
    const { bins, gradient, hessian, chosen } = this.#ground;
    const sums = new Float64Array(chosen.length * BINS * 2);
    const g = Float64Array.from(sample, (row) => gradient[row] as number);
    const h = Float64Array.from(sample, (row) => hessian[row] as number);
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

const leafOf = (nodes: readonly Node[], root: number, bins: readonly Uint8Array[], row: number): number => {
  let node = nodes[root] as Node;
  while (node.feature !== LEAF) {
    const right = (bins[node.feature]?.[row] ?? 0) > node.bin ? 1 : 0;
    node = nodes[node.left + right] as Node;
  }
  return node.value;
};

/** Upper edges of bins of about equal fill. */
const binEdges = (rows: readonly Float32Array[], feature: number, random: () => number): Float32Array => {
  const size = Math.min(rows.length, 20_000);
  const sample = Float32Array.from(
    { length: size },
    () => rows[Math.floor(random() * rows.length)]?.[feature] ?? 0,
  ).sort();
  const edges = new Set<number>();
  for (let bin = 1; bin < BINS; bin += 1) edges.add(sample[Math.floor((bin * size) / BINS)] as number);
  return Float32Array.from(edges).sort();
};

/** A plain loop: over millions of values an iterator costs more than the search. */
const binColumn = (rows: readonly Float32Array[], feature: number, edges: Float32Array): Uint8Array => {
  const column = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) column[at] = binOf(edges, rows[at]?.[feature] ?? 0);
  return column;
};

const binOf = (edges: Float32Array, value: number): number => {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Mulberry32 (Ettinger 2017): repeatable from its seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
