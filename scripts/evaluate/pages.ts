import { z } from 'zod';
import type { CleanArticle } from '../../domain/article.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import { cleanArticle } from '../../worker/clean/index.ts';
import type { ExtractorModel } from '../../worker/clean/model/extractor.ts';
import { readPage } from '../../worker/decode/html/page-reader.ts';
import { decode } from '../../worker/decode/index.ts';

const page = z.looseObject({
  id: z.string().optional(),
  url: z.string().optional(),
  host: z.string().optional(),
  language: z.string().optional(),
  html: z.string(),
  text: z.string().optional(),
  title: z.string().nullish(),
  date: z.string().nullish(),
});

/** One page of the measuring data. */
export type Page = z.infer<typeof page>;

/** @throws where the record is no page */
export const parsePage = (value: unknown): Page => page.parse(value);

/** Cleans a page as the worker does; `null` where the worker would refuse it. */
export const cleanPage = (
  { id = 'page', url, html }: Page,
  model?: () => ExtractorModel,
): CleanArticle | null => {
  const input = { contentType: 'text/html', charset: 'utf-8', content: html, given: url ? { url } : {} };
  try {
    return cleanArticle(decode({ id, revision: 1, input }), model);
  } catch (error) {
    if (error instanceof RejectedArticle) return null;
    throw error;
  }
};

/** All text of a piece of HTML, for libraries that answer with mark-up. */
export const textOfHtml = (html: string): string => {
  if (html.trim() === '') return '';
  return readPage(html)
    .blocks.map(({ text }) => text)
    .join('\n');
};
