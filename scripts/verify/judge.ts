import type { RawHead } from '../../platform/articles/records.ts';

/** One document of an article, in any language's index, tombstones included. */
export interface Standing {
  readonly id: string;
  readonly revision: number;
  readonly gone: boolean;
}

export type Fault = 'missing' | 'behind' | 'doubled' | 'resurrected' | 'premature' | 'ahead';

/**
 * Compares the documents of an article with its input.
 *
 * @param failed the revision at which it was rejected; 0 for never
 * @returns the fault, or null
 */
export const judgeArticle = (
  head: RawHead,
  documents: readonly Standing[],
  failed: number,
  now: number,
): Fault | null => {
  const visible = documents.filter(({ gone }) => !gone);
  const [first] = visible;
  if (visible.length > 1) return 'doubled';
  if (first && first.revision > head.revision) return 'ahead';
  if (head.deleted) return first ? 'resurrected' : null;
  if (head.publishAt != null && Date.parse(head.publishAt) > now)
    return first?.revision === head.revision ? 'premature' : null;
  if (failed >= head.revision) return null;
  if (!first) return 'missing';
  return first.revision < head.revision ? 'behind' : null;
};
