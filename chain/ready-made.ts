import type { z } from 'zod';
import type { Acceptance } from '../domain/acceptance.ts';
import type { RawArticle } from '../domain/article.ts';
import type { ArticleDocument } from '../domain/document.ts';
import { documentSchema } from '../domain/document-schema.ts';
import { RejectedArticle } from '../domain/errors.ts';
import { languages } from '../languages/index.ts';
import { boundDocument } from './bounds.ts';

/** A search document that was made elsewhere, already cleaned and enriched. Never accepted over HTTP. */
export const readyMadeType = 'application/vnd.dateline.document+json';

export const isReadyMade = ({ input }: RawArticle): boolean => input.contentType === readyMadeType;

const known = new Set(languages.map(({ code }) => code));

/**
 * The validated document: one in a language without an index would be retried forever, and one without required
 * fields would break every answer that contains it.
 *
 * @throws {RejectedArticle} `bad-document`
 */
export const readReadyMade = (
  { id, revision, input }: RawArticle,
  acceptance: Acceptance,
): ArticleDocument => {
  const given = parseJson(input.content);
  const parsed = documentSchema.strip().safeParse({ ...given, ...acceptance, id, revision, gone: false });
  if (!parsed.success) throw new RejectedArticle('bad-document', sayIssues(parsed.error));
  const { signature, ...document } = parsed.data;
  if (!known.has(document.language))
    throw new RejectedArticle('bad-document', `no index for the language ${document.language.slice(0, 40)}`);
  return boundDocument({ ...document, ...(signature ? { signature } : {}) });
};

const parseJson = (content: string | Uint8Array): object => {
  let value: unknown;
  try {
    value = JSON.parse(typeof content === 'string' ? content : new TextDecoder().decode(content));
  } catch (cause) {
    throw new RejectedArticle('bad-document', 'not JSON', { cause });
  }
  if (typeof value !== 'object' || value === null) throw new RejectedArticle('bad-document', 'no object');
  return value;
};

const sayIssues = ({ issues }: z.ZodError): string =>
  issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'document'}: ${message}`)
    .join('; ');
