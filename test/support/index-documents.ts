import type { Client } from '@elastic/elasticsearch';
import type { ArticleDocument } from '../../domain/document.ts';
import { indexNames } from '../../mappings/names.ts';

const atOnce = 1000;

/** Writes documents into the indices of a prefix and makes them searchable. */
export const indexDocuments = async (
  elasticsearch: Client,
  prefix: string,
  documents: readonly ArticleDocument[],
): Promise<void> => {
  const names = indexNames(prefix);
  for (let from = 0; from < documents.length; from += atOnce) {
    const { errors, items } = await elasticsearch.bulk({
      operations: documents
        .slice(from, from + atOnce)
        .flatMap((document) => [
          { index: { _index: names.articlesOf(document.language), _id: document.id } },
          document,
        ]),
    });
    if (errors) throw new Error(JSON.stringify(items.find((item) => item.index?.error)));
  }
  await elasticsearch.indices.refresh({ index: `${prefix}-articles*` });
};
