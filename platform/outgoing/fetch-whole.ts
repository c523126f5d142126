import type { LookupFunction } from 'node:net';
import { Agent, fetch, type Response } from 'undici';
import { type Caching, readCaching, readRetryAfter } from './answer-headers.ts';
import { guardedLookup, NotPublic } from './guarded-lookup.ts';
import { findUrlFault } from './target.ts';

/** The result of fetching an address. */
export type Fetched =
  | {
      readonly kind: 'fetched';
      /** Where redirects led. */
      readonly url: string;
      /** Lower case, without parameters; empty if none was stated. */
      readonly contentType: string;
      readonly charset: string | null;
      readonly bytes: Uint8Array;
      readonly caching: Caching;
    }
  /** `status` is null without an answer, or for an unwanted one. */
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly status: number | null;
      readonly retryAfterMs: number;
      /** Not requested, or not read further; another attempt would have the same result. */
      readonly refused: boolean;
    };

/** The same, or that nothing has changed since the last fetch. */
export type Polled = Fetched | { readonly kind: 'unchanged'; readonly caching: Caching };

export interface Fetcher {
  /** Reads one address to its end. Never throws. */
  readonly read: (url: string) => Promise<Fetched>;
  /** Reads it only if it has changed. */
  readonly poll: (url: string, known: Pick<Caching, 'etag' | 'lastModified'>) => Promise<Polled>;
  readonly close: () => Promise<void>;
}

export interface FetchLimits {
  /** Longest content, unpacked, by its type. */
  readonly mostBytes: (contentType: string) => number;
  /** From the first redirect to the last byte. Default 30 s. */
  readonly longestMs?: number;
  /** Addresses and ranges that may be requested although they are not public. */
  readonly allowed?: readonly string[];
  /** A reason not to request an address, also of a redirect; null for none. */
  readonly findFault?: (url: string) => string | null | Promise<string | null>;
  /** Our `User-Agent`. */
  readonly agent?: string;
  /** For tests of names that resolve to forbidden addresses. */
  readonly lookup?: LookupFunction;
}

const mostRedirects = 5;
const connectMs = 10_000;
const unknown = { etag: null, lastModified: null };

/** Reads pages and feeds from the web: http and https, public addresses only, each redirect checked like the first. */
export const createFetcher = (limits: FetchLimits): Fetcher => {
  const { allowed = [], longestMs = 30_000 } = limits;
  const { findFault = (url) => findUrlFault(url, allowed) } = limits;
  const dispatcher = new Agent({
    connect: { timeout: connectMs, lookup: guardedLookup(allowed, limits.lookup) },
    headersTimeout: longestMs,
    bodyTimeout: longestMs,
    maxHeaderSize: 64 * 1024,
  });
  const walk = async (first: string, headers: Record<string, string>, signal: AbortSignal) => {
    let url = first;
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const fault = await findFault(url);
      if (fault) return refused(hops === 0 ? fault : `redirected to ${url.slice(0, 200)}, which ${fault}`);
      const answer = await fetch(url, { dispatcher, redirect: 'manual', signal, headers });
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || location === null)
        return await readAnswer(url, answer, limits);
      await answer.body?.cancel();
      if (!URL.canParse(location, url)) return refused('redirected without an address');
      url = new URL(location, url).href;
    }
    return refused(`more than ${mostRedirects} redirects`);
  };
  const poll: Fetcher['poll'] = async (url, known) => {
    const signal = AbortSignal.timeout(longestMs);
    try {
      return await walk(url, headersOf(known, limits.agent), signal);
    } catch (error) {
      return describe(error, signal.aborted ? `no complete answer in ${longestMs} ms` : null);
    }
  };
  return {
    poll,
    read: async (url) => {
      const answer = await poll(url, unknown);
      return answer.kind === 'unchanged' ? failed('HTTP 304', { status: 304 }) : answer;
    },
    close: () => dispatcher.destroy(),
  };
};

const headersOf = (
  { etag, lastModified }: Pick<Caching, 'etag' | 'lastModified'>,
  agent = 'Dateline (news search; one-off reading)',
): Record<string, string> => ({
  'user-agent': agent,
  accept:
    'text/html, application/rss+xml, application/atom+xml, application/xml, application/json, */*;q=0.5',
  ...(etag === null ? {} : { 'if-none-match': etag }),
  ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
});

type Failed = Extract<Fetched, { kind: 'failed' }>;

const failed = (reason: string, more: Partial<Failed> = {}): Failed => ({
  kind: 'failed',
  reason,
  status: null,
  retryAfterMs: 0,
  refused: false,
  ...more,
});

const refused = (reason: string): Failed => failed(reason, { refused: true });

const readAnswer = async (url: string, answer: Response, { mostBytes }: FetchLimits): Promise<Polled> => {
  const { status, headers } = answer;
  const stated = headers.get('content-type') ?? '';
  const contentType = stated.split(';')[0]?.trim().toLowerCase() ?? '';
  const limit = mostBytes(contentType);
  if (status === 304 || !answer.ok) {
    await answer.body?.cancel();
    if (status === 304) return { kind: 'unchanged', caching: readCaching(headers) };
    return failed(`HTTP ${status}`, {
      status,
      retryAfterMs: readRetryAfter(headers.get('retry-after'), new Date()),
    });
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    // Leaving the loop ends the download.
    if (length > limit) return refused(`too-large: longer than ${limit} bytes`);
    parts.push(part);
  }
  const charset = /charset\s{0,3}=\s{0,3}"?([\w.:-]{2,40})/i.exec(stated)?.[1] ?? null;
  const bytes = Buffer.concat(parts);
  return { kind: 'fetched', url, contentType, charset, bytes, caching: readCaching(headers) };
};

const describe = (error: unknown, late: string | null): Failed => {
  if (late !== null) return failed(late);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof NotPublic) return refused(cause.message);
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return failed(cause.code);
  return failed(cause instanceof Error ? cause.message.slice(0, 200) : 'failed');
};
