import type { FeatureRows } from './feature-rows.ts';
import { tagCount } from './lattice.ts';
import type { TaggerModel } from './model.ts';

/** `emissions[row * 5 + tag]` for every row. */
export const scoreRows = (model: TaggerModel, rows: FeatureRows): Float32Array => {
  const emissions = new Float32Array(rows.count * tagCount);
  const features = new Uint32Array(rows.width);
  for (let row = 0; row < rows.count; row += 1) {
    rows.writeRow(rows.unitOf[row] ?? 0, features);
    scoreRow(model, features, emissions, row * tagCount);
  }
  return emissions;
};

const scoreRow = (
  { bits, weights, weighted, scale }: TaggerModel,
  features: Uint32Array,
  emissions: Float32Array,
  base: number,
): void => {
  const mask = 2 ** bits - 1;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  for (const feature of features) {
    if (feature === 0) continue;
    const place = feature & mask;
    if ((((weighted[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 0) continue;
    const slot = place * tagCount;
    s0 += weights[slot] ?? 0;
    s1 += weights[slot + 1] ?? 0;
    s2 += weights[slot + 2] ?? 0;
    s3 += weights[slot + 3] ?? 0;
    s4 += weights[slot + 4] ?? 0;
  }
  emissions[base] = s0 * scale;
  emissions[base + 1] = s1 * scale;
  emissions[base + 2] = s2 * scale;
  emissions[base + 3] = s3 * scale;
  emissions[base + 4] = s4 * scale;
};
