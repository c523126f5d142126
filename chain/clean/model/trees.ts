/** Boosted decision trees: the values of their leaves add up to the log-odds. */
export interface Trees {
  readonly features: number;
  readonly base: number;
  /** Index of each tree's first node. */
  readonly roots: Uint32Array;
  /** Feature to compare, or 65535 for a leaf. */
  readonly feature: Uint16Array;
  /** Threshold (`<=` goes left), or the leaf's value. */
  readonly value: Float32Array;
  /** The left child; the right one follows it. */
  readonly left: Uint32Array;
}

export const LEAF = 65_535;

/** Probabilities of rows, 0–1. All rows go down one tree before the next: a tree fits into the cache, all of them do not. */
export const predictAll = (trees: Trees, rows: readonly Float32Array[]): Float64Array => {
  const { roots, feature, value, left, base } = trees;
  const sums = new Float64Array(rows.length).fill(base);
  for (let tree = 0; tree < roots.length; tree += 1) {
    const root = roots[tree] as number;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as Float32Array;
      let node = root;
      for (let test = feature[node] as number; test !== LEAF; test = feature[node] as number)
        node = (left[node] as number) + ((row[test] as number) <= (value[node] as number) ? 0 : 1);
      sums[at] = (sums[at] as number) + (value[node] as number);
    }
  }
  for (let at = 0; at < sums.length; at += 1) sums[at] = 1 / (1 + Math.exp(-(sums[at] as number)));
  return sums;
};

const HEADER = 16;

/** Layout: counts of features, trees and nodes, the base, then the four arrays, little-endian. */
export const packTrees = ({ features, base, roots, feature, value, left }: Trees): Buffer => {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(features, 0);
  header.writeUInt32LE(roots.length, 4);
  header.writeUInt32LE(feature.length, 8);
  header.writeFloatLE(base, 12);
  return Buffer.concat([header, bytesOf(roots), bytesOf(value), bytesOf(left), bytesOf(feature)]);
};

/** Reads one set of trees and returns where it ends. */
export const unpackTrees = (bytes: Buffer, start = 0): { trees: Trees; end: number } => {
  const features = bytes.readUInt32LE(start);
  const treeCount = bytes.readUInt32LE(start + 4);
  const nodes = bytes.readUInt32LE(start + 8);
  const base = bytes.readFloatLE(start + 12);
  let at = start + HEADER;
  const take = (length: number): ArrayBuffer => {
    const copy = Uint8Array.from(bytes.subarray(at, at + length));
    at += length;
    return copy.buffer;
  };
  const roots = new Uint32Array(take(treeCount * 4));
  const value = new Float32Array(take(nodes * 4));
  const left = new Uint32Array(take(nodes * 4));
  const feature = new Uint16Array(take(nodes * 2));
  return { trees: { features, base, roots, feature, value, left }, end: at };
};

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
