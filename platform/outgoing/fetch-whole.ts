import type { LookupFunction } from 'node:net';
import { Agent, fetch, type Response } from 'undici';
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
    }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Fetcher {
  /** Reads one address to its end. Never throws. */
  readonly read: (url: string) => Promise<Fetched>;
  readonly close: () => Promise<void>;
}

export interface FetchLimits {
  /** Longest content, unpacked, by its type. */
  readonly mostBytes: (contentType: string) => number;
  /** From the first redirect to the last byte. Default 30 s. */
  readonly longestMs?: number;
  /** Addresses and ranges that may be asked although they are not public. */
  readonly allowed?: readonly string[];
  /** For tests of names that resolve to forbidden addresses. */
  readonly lookup?: LookupFunction;
}

const mostRedirects = 5;
const connectMs = 10_000;

/** Reads pages and feeds from the web: http and https, public addresses only, each redirect checked like the first. */
export const createFetcher = (limits: FetchLimits): Fetcher => {
  const { allowed = [], longestMs = 30_000 } = limits;
  const dispatcher = new Agent({
    connect: { timeout: connectMs, lookup: guardedLookup(allowed, limits.lookup) },
    headersTimeout: longestMs,
    bodyTimeout: longestMs,
    maxHeaderSize: 64 * 1024,
  });
  const read = async (first: string, signal: AbortSignal): Promise<Fetched> => {
    let url = first;
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const fault = findUrlFault(url, allowed);
      if (fault) return failed(hops === 0 ? fault : `redirected to ${url.slice(0, 200)}, which ${fault}`);
      const answer = await fetch(url, { dispatcher, redirect: 'manual', signal, headers });
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || location === null)
        return await readAnswer(url, answer, limits);
      await answer.body?.cancel();
      if (!URL.canParse(location, url)) return failed('redirected to no address');
      url = new URL(location, url).href;
    }
    return failed(`more than ${mostRedirects} redirects`);
  };
  return {
    read: async (url) => {
      const signal = AbortSignal.timeout(longestMs);
      try {
        return await read(url, signal);
      } catch (error) {
        return failed(signal.aborted ? `no whole answer in ${longestMs} ms` : describe(error));
      }
    },
    close: () => dispatcher.destroy(),
  };
};

const headers = {
  'user-agent': 'Dateline (news search; one-off reading)',
  accept:
    'text/html, application/rss+xml, application/atom+xml, application/xml, application/json, */*;q=0.5',
};

const failed = (reason: string): Fetched => ({ kind: 'failed', reason });

const readAnswer = async (url: string, answer: Response, { mostBytes }: FetchLimits): Promise<Fetched> => {
  const stated = answer.headers.get('content-type') ?? '';
  const contentType = stated.split(';')[0]?.trim().toLowerCase() ?? '';
  const limit = mostBytes(contentType);
  const parts: Uint8Array[] = [];
  let length = 0;
  if (!answer.ok) {
    await answer.body?.cancel();
    return failed(`HTTP ${answer.status}`);
  }
  for await (const part of answer.body ?? []) {
    length += part.length;
    // Leaving the loop ends the download.
    if (length > limit) return failed(`too-large: longer than ${limit} bytes`);
    parts.push(part);
  }
  const charset = /charset\s{0,3}=\s{0,3}"?([\w.:-]{2,40})/i.exec(stated)?.[1] ?? null;
  return { kind: 'fetched', url, contentType, charset, bytes: Buffer.concat(parts) };
};

const describe = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof NotPublic) return cause.message;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.message.slice(0, 200) : 'failed';
};
