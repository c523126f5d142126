import { z } from 'zod';
import { readPage } from '../../../chain/decode/html/page-reader.ts';
import { decode } from '../../../chain/decode/index.ts';
import type { DecodedArticle } from '../../../domain/article.ts';
import { type DataSet, listSets, readRecords } from '../sets.ts';

const record = z.object({
  id: z.string().nullish(),
  html: z.string(),
  text: z.string().nullish(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  host: z.string().nullish(),
  template: z.string().nullish(),
  language: z.string().nullish(),
  first_line: z.string().nullish(),
  last_line: z.string().nullish(),
  furniture: z.array(z.string()).nullish(),
});

/** A page with the article that a person labelled on it. */
export interface MarkedPage {
  readonly set: string;
  readonly id: string;
  readonly html: string;
  readonly text: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** The page's site, or the template that sites share; the page itself if unknown. */
  readonly host: string;
  readonly language: string | null;
  /** The marked text opens with the title. */
  readonly titled: boolean;
  /** The lines that begin and end the article's text; `null` if not labelled. */
  readonly firstLine: string | null;
  readonly lastLine: string | null;
  /** Lines that do not belong to it. */
  readonly furniture: readonly string[];
}

/** The pages of every set in the folder, one at a time. */
export async function* readPages(data: string): AsyncGenerator<MarkedPage> {
  for (const set of listSets(data, 'pages')) yield* readPageSet(set);
}

/** The pages of one set. */
export async function* readPageSet({ name, path }: DataSet): AsyncGenerator<MarkedPage> {
  for await (const page of readRecords(path, (value) => record.parse(value))) {
    const url = page.url ?? null;
    const title = page.title ?? null;
    const id = page.id ?? 'page';
    yield {
      set: name,
      id,
      html: page.html,
      text: page.text ?? null,
      title,
      url,
      host: page.template ?? page.host ?? (url && URL.canParse(url) ? new URL(url).host : id),
      language: page.language ?? null,
      // Decided per record, not per set: if a record has neither address nor title, its text contains the title.
      titled: url === null && title === null,
      firstLine: page.first_line ?? null,
      lastLine: page.last_line ?? null,
      furniture: page.furniture ?? [],
    };
  }
}

/** Decodes a page as the worker does. */
export const decodePage = (html: string, url: string | null): DecodedArticle =>
  decode({
    id: 'page',
    revision: 1,
    input: { contentType: 'text/html', charset: 'utf-8', content: html, given: url === null ? {} : { url } },
  });

/** All text of a piece of HTML, for libraries that return markup. */
export const textOfHtml = (html: string): string =>
  html.trim() === ''
    ? ''
    : readPage(html)
        .blocks.map(({ text }) => text)
        .join('\n');
