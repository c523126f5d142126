import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { ArticleDocument } from '../../domain/document.ts';
import { absentFields, documentSchema } from '../../domain/document-schema.ts';

/** Called for a document in an index that cannot be shown. */
export type OnUnshown = (place: { readonly index: string; readonly id: string }) => void;

/**
 * The answer without documents that cannot be shown, because one broken document must not make the whole search
 * fail. Counts stay unchanged.
 *
 * @param body  of the request: only the fields that it requested are validated
 */
export const leaveOutUnshown = <A extends Pick<estypes.SearchResponse<ArticleDocument>, 'hits'>>(
  answer: A,
  body: Readonly<Record<string, unknown>>,
  onUnshown: OnUnshown,
): A => {
  const schema = schemaOf(body._source);
  const shown = answer.hits.hits.flatMap((hit) => {
    if (hit._source === undefined) return [hit];
    const _source = { ...absentFields, ...hit._source };
    if (schema.safeParse(_source).success) return [{ ...hit, _source }];
    onUnshown({ index: hit._index, id: hit._id ?? '' });
    return [];
  });
  return { ...answer, hits: { ...answer.hits, hits: shown } };
};

const schemas = new Map<string, z.ZodType>();

const schemaOf = (asked: unknown): z.ZodType => {
  if (!Array.isArray(asked)) return documentSchema;
  const key = asked.join();
  const known = schemas.get(key);
  if (known) return known;
  const fields = Object.entries(documentSchema.shape).filter(([name]) => asked.includes(name));
  const schema = z.object(Object.fromEntries(fields));
  schemas.set(key, schema);
  return schema;
};
