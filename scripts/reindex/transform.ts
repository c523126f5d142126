import { checksumPartsOf } from '../../domain/checksum-parts.ts';
import type { ArticleDocument } from '../../domain/document.ts';

/** A document of an old index. */
export interface Hit {
  readonly id: string;
  readonly version: number;
  readonly source: ArticleDocument;
}

/** A document for a new index. */
export interface Copy {
  readonly id: string;
  readonly version: number;
  readonly json: string;
}

/** Makes documents for the new index from those of the old one. May leave out those that get there another way. */
export type Transform = (hits: readonly Hit[], language: string) => Promise<readonly Copy[]>;

/** `--from index`: unchanged, except that documents without checksum parts get them. */
export const copyAsIs = ({ id, version, source }: Hit): Copy => {
  if (source.proof) return { id, version, json: JSON.stringify(source) };
  const proof = checksumPartsOf(id, source.revision, JSON.stringify(source));
  return { id, version, json: JSON.stringify({ ...source, proof }) };
};

export const fromIndex: Transform = async (hits) => hits.map(copyAsIs);
