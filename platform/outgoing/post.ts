import type { LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { guardedLookup, NotPublic } from './guarded-lookup.ts';
import { findTargetFault } from './target.ts';

/** The result of a call. */
export type CallOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: string | null }
  /** Never sent, because we do not call this address. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** No complete answer: unreachable or too slow. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface Outgoing {
  /** Sends one POST. Follows no redirect and keeps only the status of the answer. Never throws. */
  readonly post: (
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ) => Promise<CallOutcome>;
  readonly close: () => Promise<void>;
}

const connectMs = 5000;
/** A call, from looking up the host to the end of the answer. */
export const longestCallMs = 10_000;
const mostAnswerBytes = 64 * 1024;

/**
 * Calls addresses given by others. The connection itself looks up the host and checks the result, so that it
 * cannot change between check and call (DNS rebinding).
 *
 * @param allowed addresses and ranges that may be called although they are not public
 * @param lookup for tests with names that resolve to forbidden addresses
 */
export const createOutgoing = (allowed: readonly string[], lookup?: LookupFunction): Outgoing => {
  const agent = new Agent({
    connect: { timeout: connectMs, lookup: guardedLookup(allowed, lookup) },
    headersTimeout: longestCallMs,
    bodyTimeout: longestCallMs,
    maxHeaderSize: 16 * 1024,
    // A kept-alive connection would outlive its check.
    pipelining: 0,
    keepAliveTimeout: 1,
    keepAliveMaxTimeout: 1,
  });
  return {
    close: () => agent.destroy(),
    post: async (url, headers, body) => {
      const fault = findTargetFault(url, allowed);
      if (fault) return { kind: 'refused', reason: fault };
      try {
        const answer = await request(url, {
          method: 'POST',
          dispatcher: agent,
          headers,
          body,
          signal: AbortSignal.timeout(longestCallMs),
        });
        const { statusCode, headers: said } = answer;
        await answer.body.dump({ limit: mostAnswerBytes });
        const retryAfter = said['retry-after'];
        return {
          kind: 'answered',
          status: statusCode,
          retryAfter: typeof retryAfter === 'string' ? retryAfter : null,
        };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
};

/** Only names of errors, because messages contain the address, which may contain a secret. */
const failureOf = (error: unknown): CallOutcome => {
  if (error instanceof NotPublic) return { kind: 'refused', reason: error.message };
  const named = namedError.safeParse(error).data;
  return { kind: 'failed', reason: named?.code ?? named?.name ?? 'unknown' };
};

const namedError = z.object({ code: z.string().optional(), name: z.string().optional() });
