import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { ArticleDocument } from '../../domain/document.ts';
import { shorten } from '../../domain/shorten.ts';
import { type Article, readDocument, toArticle } from '../search/article.ts';
import { byAppearance } from '../search/copies.ts';
import { AnswerTooLong } from '../search/execute.ts';
import type { Reader } from '../search/result.ts';
import { articleSummarySchema } from '../search/result.ts';
import { searchArticles, totalHits } from '../search/search-articles.ts';
import type { ApiServices } from '../services.ts';
import { compareArticles, differenceSchema } from './difference.ts';
import { whyAbsent } from './versions.ts';

/** A widely carried report has dozens of copies; each is compared with the first. */
const MOST_LISTED = 50;
/** Most changed paragraphs of one copy; the article itself has all. */
const MOST_CHANGED = 20;
/** Most characters of such a paragraph, because one may be as long as a text. */
const MOST_CHARACTERS = 2000;
/** Copies with a larger total size in bytes are read one by one. */
const MOST_BYTES = 16_000_000;

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
          fields: differenceSchema.shape.fields.meta({ description: 'Its differences from the first' }),
          added: z.number().int().meta({ description: 'Paragraphs that the first lacks' }),
          removed: z.number().int(),
          paragraphs: differenceSchema.shape.paragraphs.meta({
            description: `The first ${MOST_CHANGED} changed ones, each cut after ${MOST_CHARACTERS} characters`,
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
 * The copies of an article's text, the first one first, with the differences of the others from it.
 *
 * @throws {NotFound} if readers cannot see such an article; `gone` if it is withdrawn
 */
export const listCopies = async (id: string, reader: Reader, services: ApiServices): Promise<CopyList> => {
  const document = await readDocument(id, services);
  if (!document) throw await whyAbsent(id, services);
  const { story } = document;
  const { total, documents } = await readCopies(story, services);
  return { story, total, copies: await describeCopies(documents, reader, services) };
};

const readCopies = async (
  story: string,
  services: ApiServices,
): Promise<{ total: number; documents: AsyncIterable<ArticleDocument> | Iterable<ArticleDocument> }> => {
  const asked = {
    size: MOST_LISTED,
    track_total_hits: true,
    query: { bool: { filter: [{ term: { story } }] } },
    sort: byAppearance,
  };
  try {
    const answer = await searchArticles(asked, services, { mostBytes: MOST_BYTES });
    const documents = (answer?.hits.hits ?? []).flatMap(({ _source }) => _source ?? []);
    return { total: totalHits(answer), documents };
  } catch (error) {
    if (!(error instanceof AnswerTooLong)) throw error;
    const answer = await searchArticles({ ...asked, _source: ['id'] }, services);
    const ids = (answer?.hits.hits ?? []).flatMap(({ _source }) => _source?.id ?? []);
    return { total: totalHits(answer), documents: readEach(ids, services) };
  }
};

async function* readEach(ids: readonly string[], services: ApiServices): AsyncGenerator<ArticleDocument> {
  for (const id of ids) {
    const document = await readDocument(id, services);
    if (document) yield document;
  }
}

/** Other requests get a turn between two comparisons, which may take 50 ms each. */
export const describeCopies = async (
  documents: AsyncIterable<ArticleDocument> | Iterable<ArticleDocument>,
  reader: Reader,
  services: Pick<ApiServices, 'authorities'>,
): Promise<CopyList['copies']> => {
  const copies: CopyList['copies'] = [];
  let first: Article | undefined;
  for await (const document of documents) {
    const article = toArticle(document, reader, services);
    first ??= article;
    copies.push(describeCopy(first, article));
    await nextTurn();
  }
  return copies;
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
    paragraphs: changed
      .slice(0, MOST_CHANGED)
      .map(({ change, text }) => ({ change, text: shorten(text, MOST_CHARACTERS) })),
  };
};
