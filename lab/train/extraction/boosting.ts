import type { Trees } from '../../../chain/clean/model/trees.ts';
import { createRandom } from '../../random.ts';
import { binColumn, binEdges } from './bins.ts';
import { addLeaves, type BoostingOptions, Grower, type Node } from './grower.ts';

export interface TrainingRows {
  readonly rows: readonly Float32Array[];
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
}

/** Gradient-boosted trees on histograms, logistic loss (Friedman 2001; second-order leaves as in Chen 2016). */
export const boost = ({ rows, labels, weights }: TrainingRows, options: BoostingOptions): Trees => {
  const features = rows[0]?.length ?? 0;
  const random = createRandom(options.seed);
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
    const sample = drawRows(rows.length, options.rowShare, random);
    const chosen = [...edges.keys()].filter(() => random() < options.featureShare);
    const grower = new Grower({ bins, edges, gradient, hessian, chosen, options, nodes });
    const root = grower.grow(sample);
    roots.push(root);
    addLeaves(sums, nodes, root, bins);
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

/** A plain loop, because for this many rows a callback costs more than the draw. */
const drawRows = (length: number, share: number, random: () => number): Uint32Array => {
  const drawn = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row += 1) {
    if (random() >= share) continue;
    drawn[count] = row;
    count += 1;
  }
  return drawn.slice(0, count);
};
