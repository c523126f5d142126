import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { type Article, readDocument, toArticle } from '../search/article.ts';
import { byAppearance } from '../search/copies.ts';
import type { Reader } from '../search/result.ts';
import { articleSummarySchema } from '../search/result.ts';
import { searchArticles, totalHits } from '../search/search-articles.ts';
import type { ApiServices } from '../services.ts';
import { compareArticles, differenceSchema } from './difference.ts';

/** A widely carried report has dozens of copies; each is compared with the first. */
const MOST_LISTED = 50;
/** Paragraphs that one copy changes; whoever wants all of them reads the article. */
const MOST_CHANGED = 20;

export const copiesSchema = z
  .strictObject({
    story: z.string(),
    total: z.number().int(),
    copies: z
      .array(
        z.strictObject({
          article: articleSummarySchema.pick({
            id: true,
            page: true,
            title: true,
            date: true,
            publisher: true,
            agency: true,
            language: true,
            url: true,
          }),
          fields: differenceSchema.shape.fields.meta({ description: 'In what it differs from the first' }),
          added: z.number().int().meta({ description: 'Paragraphs that the first has not' }),
          removed: z.number().int(),
          paragraphs: differenceSchema.shape.paragraphs.meta({
            description: `The first ${MOST_CHANGED} changed ones`,
          }),
        }),
      )
      .meta({
        description: `In order of appearance, ${MOST_LISTED} at most; the first is compared with itself`,
      }),
  })
  .meta({ id: 'Copies' });
export type CopyList = z.infer<typeof copiesSchema>;

/**
 * The copies of an article's text, the first one first, and in what each differs from it.
 *
 * @throws {NotFound} if readers know no such article
 */
export const listCopies = async (id: string, reader: Reader, services: ApiServices): Promise<CopyList> => {
  const document = await readDocument(id, services);
  if (!document) throw new NotFound(`there is no article ${id.slice(0, 100)}`);
  const answer = await searchArticles(
    {
      size: MOST_LISTED,
      track_total_hits: true,
      query: { bool: { filter: [{ term: { story: document.story } }] } },
      sort: byAppearance,
    },
    services,
  );
  const articles = (answer?.hits.hits ?? []).flatMap(({ _source }) =>
    _source ? [toArticle(_source, reader, services)] : [],
  );
  return {
    story: document.story,
    total: totalHits(answer),
    copies: articles.map((article) => describeCopy(articles[0] ?? article, article)),
  };
};

const describeCopy = (first: Article, copy: Article): CopyList['copies'][number] => {
  const { fields, paragraphs } = compareArticles(first, copy);
  const changed = paragraphs.filter(({ change }) => change !== 'same');
  const { id, page, title, date, publisher, agency, language, url } = copy;
  return {
    article: { id, page, title, date, publisher, agency, language, url },
    fields,
    added: changed.filter(({ change }) => change === 'added').length,
    removed: changed.filter(({ change }) => change === 'removed').length,
    paragraphs: changed.slice(0, MOST_CHANGED),
  };
};
