import { z } from 'zod';
import type { DecodedArticle } from '../../../domain/article.ts';
import { decode } from '../../../worker/decode/index.ts';
import { listSets, readRecords } from '../sets.ts';

const record = z.object({
  id: z.string(),
  html: z.string(),
  text: z.string().nullish(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  host: z.string().nullish(),
  language: z.string().nullish(),
});

/** A page with the article that a person marked on it. */
export interface MarkedPage {
  readonly set: string;
  readonly id: string;
  readonly html: string;
  readonly text: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly host: string;
  readonly language: string | null;
  /** The gold text opens with the title. */
  readonly titled: boolean;
}

/** The pages of every set in the folder, one at a time. */
export async function* readPages(data: string): AsyncGenerator<MarkedPage> {
  for (const set of listSets(data, 'pages')) {
    for await (const page of readRecords(set.path, (value) => record.parse(value))) {
      const url = page.url ?? null;
      yield {
        set: set.name,
        id: page.id,
        html: page.html,
        text: page.text ?? null,
        title: page.title ?? null,
        url,
        host: hostOf(page),
        language: page.language ?? null,
        titled: set.name.startsWith('waddle'),
      };
    }
  }
}

/** Whose page it is; the page itself where nothing tells. */
export const hostOf = ({ host, url, id = 'page' }: HostedPage): string =>
  host ?? (url && URL.canParse(url) ? new URL(url).host : id);

interface HostedPage {
  readonly id?: string | undefined;
  readonly host?: string | null | undefined;
  readonly url?: string | null | undefined;
}

export const decodePage = (html: string, url: string | null): DecodedArticle =>
  decode({
    id: 'page',
    revision: 1,
    input: { contentType: 'text/html', charset: null, content: html, given: url === null ? {} : { url } },
  });
