/** What must become of an article in the end. */
export interface Expected {
  /** Of the revision that readers find; null if they must find none. */
  readonly title: string | null;
  /** Whether its newest revision is one that cannot be indexed: it stands in failures then, and only then. */
  readonly failed: boolean;
}

/** What the driver was told: only acknowledged writes count. */
export interface Ledger {
  readonly expected: Map<string, Expected>;
  acknowledged: number;
}

/** What a write does to what must become of its article. */
export type Effect = (before: Expected) => Expected;

const nothing: Expected = { title: null, failed: false };

/** Replaces whatever stood there before. */
export const stands =
  (title: string): Effect =>
  () => ({ title, failed: false });
export const isGone: Effect = () => nothing;
/** A revision that cannot be indexed leaves the one before it to readers. */
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
  /** In failures and not poisoned, or poisoned and not in failures. */
  readonly misjudged: readonly string[];
}

/** Compares the ledger with the index and the failures as they stand when all is quiet. */
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
