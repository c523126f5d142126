/** What an article must be in the end. */
export type Expected =
  | { readonly kind: 'present'; readonly title: string }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'poisoned' };

/** What the driver was told: only acknowledged writes count. */
export interface Ledger {
  readonly expected: Map<string, Expected>;
  acknowledged: number;
}

/** One document that stands in the index. */
export interface Standing {
  readonly id: string;
  readonly title: string;
  readonly gone: boolean;
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
  const visible = new Map<string, Standing[]>();
  for (const document of standing) {
    if (!document.gone) visible.set(document.id, [...(visible.get(document.id) ?? []), document]);
  }
  const lost: string[] = [];
  const doubled: string[] = [];
  const resurrected: string[] = [];
  const misjudged: string[] = [];
  for (const [id, should] of expected) {
    const documents = visible.get(id) ?? [];
    if (should.kind === 'present' && documents[0]?.title !== should.title) lost.push(id);
    if (documents.length > 1) doubled.push(id);
    if (should.kind !== 'present' && documents.length > 0) resurrected.push(id);
    if ((should.kind === 'poisoned') !== failed.has(id)) misjudged.push(id);
  }
  for (const id of visible.keys()) if (!expected.has(id)) resurrected.push(id);
  return { acknowledged, lost, doubled, resurrected, misjudged };
};
