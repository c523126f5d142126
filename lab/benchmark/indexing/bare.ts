import type { Client } from '@elastic/elasticsearch';
import { type ChecksumParts, checksumPartsOf } from '../../../domain/checksum-parts.ts';
import type { ArticleDocument } from '../../../domain/document.ts';
import type { IndexNames } from '../../../mappings/names.ts';

/** A document as the service stores it: with checksum parts, which a script that only writes would not compute. */
export interface StoredDocument {
  readonly document: ArticleDocument;
  readonly proof: ChecksumParts;
}

export const storedDocument = (document: ArticleDocument): StoredDocument => ({
  document,
  proof: checksumPartsOf(document.id, document.revision, JSON.stringify(document)),
});

/** A script that only writes: it sends the same raw records and documents in `_bulk` requests. */
export const writeBare = async (
  client: Client,
  names: IndexNames,
  documents: readonly StoredDocument[],
  { batch, inFlight }: { batch: number; inFlight: number },
): Promise<void> => {
  let next = 0;
  const write = async (): Promise<void> => {
    for (let from = next; from < documents.length; from = next) {
      next += batch;
      const operations = documents.slice(from, from + batch).flatMap((stored) => operationsOf(names, stored));
      const { errors } = await client.bulk<string>({ operations, filter_path: ['errors'] });
      if (errors) throw new Error('the bare script’s writes failed');
    }
  };
  await Promise.all(Array.from({ length: inFlight }, write));
};

const operationsOf = (names: IndexNames, { document, proof }: StoredDocument): string[] => {
  const text = JSON.stringify(document);
  const { id, checksum, received, revision } = document;
  return [
    JSON.stringify({ index: { _index: names.raw, _id: id } }),
    JSON.stringify({
      revision,
      checksum,
      received,
      deleted: false,
      input: { contentType: 'application/json', charset: null, text, given: {} },
    }),
    JSON.stringify({ index: { _index: names.articlesOf(document.language), _id: id } }),
    `${text.slice(0, -1)},"proof":${JSON.stringify(proof)}}`,
  ];
};
