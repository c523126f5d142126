import type { RawInput } from '../../domain/article.ts';
import type { GivenFields } from '../../domain/given-fields.ts';

/**
 * A text or page as input: as text if its bytes are UTF-8, else the bytes themselves, because only a decoder can
 * determine their charset. A NUL means UTF-16 or no text at all.
 */
export const contentInput = (
  bytes: Uint8Array,
  contentType: string,
  charset: string | null,
  given: GivenFields,
): RawInput => ({ contentType, charset, content: textOf(bytes, charset) ?? bytes, given });

const textOf = (bytes: Uint8Array, charset: string | null): string | null => {
  if (charset !== null && !/^utf-?8$/i.test(charset)) return null;
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
