import { contentTypes } from '../../chain/decode/decoders.ts';
import type { RawInput } from '../../domain/article.ts';
import { contentInput } from '../../platform/articles/content.ts';
import type { Fetched } from '../../platform/outgoing/fetch-whole.ts';
import type { Announced, EntryRecord } from '../../platform/sources/records.ts';
import type { SourceServices } from './services.ts';

/** The page of an entry, or the entry's state without it. */
export type Page =
  | { readonly kind: 'page'; readonly input: RawInput }
  /** Its host may not be requested yet. */
  | { readonly kind: 'later' }
  | { readonly kind: 'again'; readonly entry: EntryRecord }
  | { readonly kind: 'none'; readonly reason: string };

const mostAttempts = 6;
const longestPauseMs = 6 * 3_600_000;

export const fetchPage = async (
  entry: EntryRecord,
  said: Announced,
  until: number,
  { visitor, settings, closing }: SourceServices,
): Promise<Page> => {
  const answer = await visitor.read(said.url ?? '', until);
  // A worker that is closing aborts its requests; that is not the page's fault.
  if (answer.kind === 'later' || closing.aborted) return { kind: 'later' };
  if (answer.kind === 'fetched') return readPage(answer, said);
  if (!isPassing(answer) || entry.attempts + 1 >= mostAttempts)
    return { kind: 'none', reason: answer.reason };
  const pauseMs = Math.min(settings.leastMs * 2 ** entry.attempts, longestPauseMs);
  const due = new Date(Date.now() + Math.max(pauseMs, answer.retryAfterMs)).toISOString();
  return {
    kind: 'again',
    entry: { ...entry, attempts: entry.attempts + 1, due, reason: answer.reason },
  };
};

const readPage = (
  { bytes, contentType, charset, url: reached }: Extract<Fetched, { kind: 'fetched' }>,
  { url, given }: Announced,
): Page => {
  if (!contentTypes.has(contentType))
    return { kind: 'none', reason: `of a type not read here: ${contentType || 'none'}` };
  // Deleted articles redirect there.
  if (new URL(reached).pathname === '/' && new URL(url ?? reached).pathname !== '/')
    return { kind: 'none', reason: 'redirected to the front page' };
  return { kind: 'page', input: contentInput(bytes, contentType, charset, { ...given, url: reached }) };
};

/** Whether another attempt may have a different result. */
const isPassing = ({ refused, status }: Extract<Fetched, { kind: 'failed' }>): boolean =>
  !refused && (status === null || status >= 500 || status === 408 || status === 425 || status === 429);
