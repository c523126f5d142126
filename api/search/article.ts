import { z } from 'zod';
import type { ArticleDocument } from '../../domain/document.ts';
import type { ApiServices } from '../services.ts';
import { summarize } from './hit.ts';
import { articleSummarySchema, type Reader } from './result.ts';
import { searchArticles } from './search-articles.ts';

/** One complete article. */
export const articleSchema = articleSummarySchema
  .omit({ highlights: true, found: true, why: true, copies: true, context: true })
  .extend({
    body: z.string().meta({ description: 'The whole text, paragraphs separated by a line feed' }),
    kinds: z
      .array(z.enum(['text', 'subhead', 'list-item', 'quote']))
      .meta({ description: 'Of the paragraphs' }),
    mentions: z
      .array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          label: z.string(),
          roles: z.array(z.string()),
          mentions: z.array(
            z.strictObject({
              field: z.enum(['title', 'body']),
              start: z.number().int(),
              end: z.number().int(),
            }),
          ),
        }),
      )
      .meta({ description: 'Positions of persons’ names; UTF-16 units, end exclusive' }),
  })
  .meta({ id: 'Article' });
export type Article = z.infer<typeof articleSchema>;

/** The document that readers see; null if there is none. */
export const readDocument = async (id: string, services: ApiServices): Promise<ArticleDocument | null> => {
  const answer = await searchArticles(
    { query: { bool: { filter: [{ term: { id } }] } }, size: 1, sort: [{ revision: 'desc' }] },
    services,
  );
  return answer?.hits.hits[0]?._source ?? null;
};

export const toArticle = (
  document: ArticleDocument,
  reader: Reader,
  { authorities }: Pick<ApiServices, 'authorities'>,
): Article => ({
  ...summarize(document, reader, authorities),
  body: document.body,
  kinds: [...document.kinds],
  mentions: document.mentions
    .filter(({ id }) => !authorities.people.isDelisted(id))
    .map(({ id, name, roles, mentions }) => ({
      id,
      name,
      label: authorities.people.label(id, reader.language) ?? name,
      roles: [...roles],
      mentions: mentions.map((mention) => ({ ...mention })),
    })),
});
