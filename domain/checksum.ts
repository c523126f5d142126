import { createHash } from 'node:crypto';
import type { RawInput } from './article.ts';

/**
 * SHA-256 over an input, base64url. Equal inputs give equal checksums in any order of their fields; an absent
 * field and `null` differ, because `null` means that the article has none.
 */
export const checksumOf = (input: RawInput): string => {
  const { contentType, charset, content, given } = input;
  const hash = createHash('sha256').update(JSON.stringify([contentType, charset]));
  hash.update(typeof content === 'string' ? 'text\0' : 'bytes\0').update(content);
  const fields = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return hash.update('\0').update(JSON.stringify(fields)).digest('base64url');
};
