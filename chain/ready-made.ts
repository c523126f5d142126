import { z } from 'zod';
import type { Acceptance } from '../domain/acceptance.ts';
import type { RawArticle } from '../domain/article.ts';
import type { ArticleDocument } from '../domain/document.ts';
import { RejectedArticle } from '../domain/errors.ts';

/** A search document that was made elsewhere: cleaning and enrichment are given. Never taken over HTTP. */
export const readyMadeType = 'application/vnd.dateline.document+json';

export const isReadyMade = ({ input }: RawArticle): boolean => input.contentType === readyMadeType;

/** Only what the writer itself relies on; the strict mapping checks the rest. */
const essential = z.looseObject({ title: z.string(), body: z.string(), language: z.string() });
const isDocument = (value: unknown): value is ArticleDocument => essential.safeParse(value).success;

/** @throws {RejectedArticle} `bad-document` */
export const readReadyMade = (
  { id, revision, input }: RawArticle,
  acceptance: Acceptance,
): ArticleDocument => {
  const document = parseJson(input.content);
  if (!isDocument(document)) throw new RejectedArticle('bad-document', 'no title, body or language');
  return { ...document, ...acceptance, id, revision, gone: false };
};

const parseJson = (content: string | Uint8Array): unknown => {
  try {
    return JSON.parse(typeof content === 'string' ? content : new TextDecoder().decode(content));
  } catch (cause) {
    throw new RejectedArticle('bad-document', 'not JSON', { cause });
  }
};
