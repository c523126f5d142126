import type { RawArticle } from '../../domain/article.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import type { DocumentFormat } from './document.ts';
import { docx } from './docx.ts';
import { mail } from './mail.ts';
import { odt } from './odt.ts';
import { pdf } from './pdf.ts';

/** Every document format. To add one: a file, a line. */
export const documentFormats: readonly DocumentFormat[] = [pdf, docx, odt, mail];

/**
 * Opens documents that need a format-specific reader, and returns other input unchanged. Runs in a worker's
 * thread, under its limits of time and memory.
 *
 * @param onOpen  is called before a document is opened
 * @throws {RejectedArticle} `broken`, `locked`, `too-large`, `empty`
 */
export const openDocument = async (raw: RawArticle, onOpen: () => void = () => {}): Promise<RawArticle> => {
  const { content, contentType } = raw.input;
  if (content.length === 0) return raw;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const format = documentFormats.find(({ recognizes }) => recognizes(bytes, contentType));
  if (format === undefined) return raw;
  onOpen();
  try {
    return { ...raw, input: await format.open(bytes, raw.input) };
  } catch (cause) {
    if (cause instanceof RejectedArticle) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new RejectedArticle('broken', `${format.name}: ${message.slice(0, 300)}`, { cause });
  }
};
