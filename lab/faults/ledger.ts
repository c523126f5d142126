/** The expected final state of an article. */
export interface Expected {
  /** Checksum of the revision that readers find; null if they must find none. */
  readonly title: string | null;
  /** Whether its newest revision cannot be indexed: then, and only then, it must be in failures. */
  readonly failed: boolean;
}

/** Writes of the clients; only acknowledged ones count. */
export interface Ledger {
  readonly expected: Map<string, Expected>;
  acknowledged: number;
}

/** How a write changes the expected state. */
export type Effect = (before: Expected) => Expected;

const nothing: Expected = { title: null, failed: false };

/** Replaces the previous revision. */
export const stands =
  (title: string): Effect =>
  () => ({ title, failed: false });
export const isGone: Effect = () => nothing;
/** A revision that cannot be indexed leaves the previous one visible. */
export const isPoisoned: Effect = ({ title }) => ({ title, failed: true });

export const acknowledge = (ledger: Ledger, id: string, effect: Effect): void => {
  ledger.expected.set(id, effect(ledger.expected.get(id) ?? nothing));
  ledger.acknowledged += 1;
};

/** One document that readers find. */
export interface Standing {
  readonly id: string;
  readonly title: string;
}

export interface Verdict {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly resurrected: readonly string[];
  /** In failures although valid, or invalid but not in failures. */
  readonly misjudged: readonly string[];
}

/** Compares the ledger with index and failures once no work is left. */
export const compare = (
  { expected, acknowledged }: Ledger,
  standing: readonly Standing[],
  failed: ReadonlySet<string>,
): Verdict => {
  const visible = Map.groupBy(standing, ({ id }) => id);
  const lost: string[] = [];
  const doubled: string[] = [];
  const resurrected: string[] = [];
  const misjudged: string[] = [];
  for (const [id, should] of expected) {
    const documents = visible.get(id) ?? [];
    if (should.title !== null && documents[0]?.title !== should.title) lost.push(id);
    if (documents.length > 1) doubled.push(id);
    if (should.title === null && documents.length > 0) resurrected.push(id);
    if (should.failed !== failed.has(id)) misjudged.push(id);
  }
  for (const id of visible.keys()) if (!expected.has(id)) resurrected.push(id);
  for (const id of failed) if (!expected.has(id)) misjudged.push(id);
  return { acknowledged, lost, doubled, resurrected, misjudged };
};
