/** Rows of features with their gold tags, split into runs. */
export interface TrainingText {
  readonly features: Uint32Array;
  readonly width: number;
  readonly gold: Uint8Array;
  readonly runs: readonly { readonly from: number; readonly to: number }[];
  /** How much this text counts: below 1 for labels made by another tool. */
  readonly weight: number;
}

/** A text's features without empty and rare ones, renumbered, because training reads them many times. */
export interface DenseText extends Pick<TrainingText, 'gold' | 'runs' | 'weight'> {
  readonly ids: Int32Array;
  /** Row `n` has the ids from `starts[n]` to `starts[n + 1]`; those before `named[n]` identify words by themselves. */
  readonly starts: Int32Array;
  readonly named: Int32Array;
}

export interface DenseTexts {
  readonly texts: readonly DenseText[];
  /** The hashed slot of each number; the commonest features have the lowest numbers and so share cache lines. */
  readonly slots: Int32Array;
}

/** A feature seen less often is left out: it could only learn its one example by heart. */
const leastSeen = 3;
/** The columns with a word, its neighbours and their pairs. */
const namedColumns = 7;

export const numberFeatures = (texts: readonly TrainingText[], mask: number): DenseTexts => {
  const counts = new Uint32Array(mask + 1);
  for (const { features } of texts)
    for (const feature of features)
      if (feature !== 0) counts[feature & mask] = (counts[feature & mask] as number) + 1;
  const kept = Int32Array.from(counts.keys()).filter((slot) => (counts[slot] as number) >= leastSeen);
  const slots = kept.sort((one, other) => (counts[other] as number) - (counts[one] as number));
  const idOf = new Int32Array(mask + 1).fill(-1);
  for (const [id, slot] of slots.entries()) idOf[slot] = id;
  return { texts: texts.map((text) => numberText(text, idOf, mask)), slots };
};

const numberText = (
  { features, width, gold, runs, weight }: TrainingText,
  idOf: Int32Array,
  mask: number,
): DenseText => {
  const rows = gold.length;
  const ids = new Int32Array(features.length);
  const starts = new Int32Array(rows + 1);
  const named = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    starts[row] = count;
    for (let column = 0; column < width; column += 1) {
      if (column === namedColumns) named[row] = count;
      const feature = features[row * width + column] as number;
      const id = feature === 0 ? -1 : (idOf[feature & mask] as number);
      if (id >= 0) ids[count++] = id;
    }
  }
  starts[rows] = count;
  return { gold, runs, weight, ids: ids.slice(0, count), starts, named };
};
