import { createHash } from 'node:crypto';
import type { RawInput } from './article.ts';

/** Elasticsearch's limit for `_id`. */
const maxIdBytes = 512;

/** What is wrong with an article's id, or `null`. All characters except control characters are allowed. */
export const findIdFault = (id: string): string | null => {
  if (id === '') return 'is empty';
  if (Buffer.byteLength(id) > maxIdBytes) return `is longer than ${maxIdBytes} bytes`;
  if (/\p{Cc}/u.test(id)) return 'holds a control character';
  if (!id.isWellFormed()) return 'holds half of a surrogate pair';
  return null;
};

/**
 * The id of an article sent without one: SHA-256 of its canonical URL, else of title, date and body, else of
 * the content as received. Lower-case hexadecimal.
 */
export const deriveId = ({ given, content }: RawInput): string => {
  const url = given.url ? canonicalUrl(given.url) : null;
  if (url !== null) return sha256(['url', url]);
  if (content.length > 0) return sha256(['content', content]);
  return sha256(['text', given.title ?? '', given.date ?? '', given.body ?? '']);
};

const trackingParameter = /^(?:utm_[a-z]{1,20}|fbclid|gclid|msclkid|yclid)$/;

/**
 * One form for all addresses of one page: `https`, host in lower case, no fragment, no tracking parameters.
 *
 * @returns `null` if it is no absolute web address
 */
const canonicalUrl = (address: string): string | null => {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (trackingParameter.test(name)) url.searchParams.delete(name);
  }
  return `https://${url.host}${url.pathname}${url.search}`;
};

/** The id of a former revision in `history`; a hash stands in where id and revision together are too long. */
export const historyId = (id: string, revision: number): string => {
  const plain = `${id}@${revision}`;
  return Buffer.byteLength(plain) <= maxIdBytes ? plain : `sha256:${sha256([id])}@${revision}`;
};

/** A NUL parts the fields, so that no two lists give the same bytes. */
const sha256 = (parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};
