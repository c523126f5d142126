/**
 * A minimal acyclic automaton over sequences of small numbers, built from sorted sequences.
 *
 * @see Daciuk, Mihov, Watson, Watson: Incremental Construction of Minimal Acyclic Finite-State Automata (2000)
 */
export interface AutomatonBuilder {
  /** @param labels  1–255 each, sorted after all previous sequences; repetitions are ignored */
  readonly add: (labels: readonly number[]) => void;
  /**
   * One number per arc: label in bits 24–31, `last of its node` in bit 23, `ends a sequence` in bit 22, and the place of
   * the target's first arc in bits 0–21, 0 for none. Place 0 holds the place of the root's first arc.
   *
   * @throws {RangeError} if there are more arcs than 22 bits can count
   */
  readonly finish: () => Uint32Array;
}

interface Node {
  readonly labels: number[];
  readonly targets: number[];
  readonly ends: boolean[];
}

const LAST = 1 << 23;
const END = 1 << 22;
const MOST_ARCS = 1 << 22;

export const buildAutomaton = (): AutomatonBuilder => {
  const arcs: number[] = [0];
  const places = new Map<string, number>();
  /** Nodes of the last sequence, which may still grow; their last targets are not known yet. */
  const open: Node[] = [emptyNode()];
  let previous: readonly number[] = [];

  const freeze = (node: Node): number => {
    if (node.labels.length === 0) return 0;
    const key = node.labels.map((label, at) => `${label},${node.targets[at]},${node.ends[at]}`).join(';');
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = arcs.length;
    for (let at = 0; at < node.labels.length; at += 1)
      arcs.push(
        (((node.labels[at] ?? 0) << 24) |
          (at === node.labels.length - 1 ? LAST : 0) |
          (node.ends[at] ? END : 0) |
          (node.targets[at] ?? 0)) >>>
          0,
      );
    if (arcs.length > MOST_ARCS) throw new RangeError(`more than ${MOST_ARCS} arcs`);
    places.set(key, place);
    return place;
  };

  const freezeDownTo = (depth: number): void => {
    while (open.length > depth + 1) {
      const place = freeze(open.pop() ?? emptyNode());
      const parent = open[open.length - 1];
      if (parent) parent.targets[parent.targets.length - 1] = place;
    }
  };

  return {
    add: (labels) => {
      let shared = 0;
      while (shared < labels.length && labels[shared] === previous[shared]) shared += 1;
      if (shared === labels.length && shared === previous.length) return;
      freezeDownTo(shared);
      for (let at = shared; at < labels.length; at += 1) {
        const node = open[at];
        node?.labels.push(labels[at] ?? 0);
        node?.targets.push(0);
        node?.ends.push(at === labels.length - 1);
        open.push(emptyNode());
      }
      previous = labels;
    },
    finish: () => {
      freezeDownTo(0);
      const root = freeze(open[0] ?? emptyNode());
      // Readers begin at one fixed place.
      arcs[0] = root;
      return Uint32Array.from(arcs);
    },
  };
};

const emptyNode = (): Node => ({ labels: [], targets: [], ends: [] });
