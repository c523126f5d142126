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
  const bins = edges.map((edge, feature) => Uint8Array.from(rows, (row) => binOf(edge, row[feature] ?? 0)));
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

class Grower {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  grow(sample: Uint32Array): number {
    const { nodes } = this.#ground;
    nodes.push({ feature: LEAF, bin: 0, value: 0, left: 0 });
    const root = nodes.length - 1;
    this.#fill(root, sample, 0);
    return root;
  }

  #fill(at: number, sample: Uint32Array, depth: number): void {
    const { nodes, bins, edges, options } = this.#ground;
    const node = nodes[at];
    if (node === undefined) return;
    const split = depth < options.depth ? this.#bestSplit(sample) : null;
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
    this.#fill(
      left,
      sample.filter((row) => (column[row] as number) <= split.bin),
      depth + 1,
    );
    this.#fill(
      left + 1,
      sample.filter((row) => (column[row] as number) > split.bin),
      depth + 1,
    );
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

  #bestSplit(sample: Uint32Array): { feature: number; bin: number } | null {
    const { bins, gradient, hessian, chosen, options } = this.#ground;
    const g = new Float64Array(BINS);
    const h = new Float64Array(BINS);
    let best: { feature: number; bin: number } | null = null;
    let most = 1e-6;
    for (const feature of chosen) {
      const column = bins[feature] as Uint8Array;
      g.fill(0);
      h.fill(0);
      for (let at = 0; at < sample.length; at += 1) {
        const row = sample[at] as number;
        const bin = column[row] as number;
        g[bin] = (g[bin] as number) + (gradient[row] as number);
        h[bin] = (h[bin] as number) + (hessian[row] as number);
      }
      const found = scan(g, h, options);
      if (found.gain > most) {
        most = found.gain;
        best = { feature, bin: found.bin };
      }
    }
    return best;
  }
}

const scan = (
  g: Float64Array,
  h: Float64Array,
  { ridge, leafWeight }: BoostingOptions,
): { gain: number; bin: number } => {
  let allG = 0;
  let allH = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    allG += g[bin] as number;
    allH += h[bin] as number;
  }
  const whole = (allG * allG) / (allH + ridge);
  let leftG = 0;
  let leftH = 0;
  let best = { gain: 0, bin: 0 };
  for (let bin = 0; bin < BINS - 1; bin += 1) {
    leftG += g[bin] as number;
    leftH += h[bin] as number;
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
