/** Bins of a feature's values, from 0. */
export const BINS = 48;

/** Upper edges of bins of about equal fill. */
export const binEdges = (
  rows: readonly Float32Array[],
  feature: number,
  random: () => number,
): Float32Array => {
  const size = Math.min(rows.length, 20_000);
  const sample = Float32Array.from(
    { length: size },
    () => rows[Math.floor(random() * rows.length)]?.[feature] ?? 0,
  ).sort();
  const edges = new Set<number>();
  for (let bin = 1; bin < BINS; bin += 1) edges.add(sample[Math.floor((bin * size) / BINS)] as number);
  return Float32Array.from(edges).sort();
};

/** The bin of every row. */
export const binColumn = (
  rows: readonly Float32Array[],
  feature: number,
  edges: Float32Array,
): Uint8Array => {
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
