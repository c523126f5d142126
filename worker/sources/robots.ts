import robotsModule from 'robots-parser';
import { z } from 'zod';
import type { Fetched } from '../../platform/outgoing/fetch-whole.ts';
import { boundRules, robotName } from './robots-rules.ts';

/** The robots.txt of a host. */
export type Rules =
  | { readonly kind: 'known'; readonly allows: (url: string) => boolean; readonly delayMs: number }
  /** Its robots.txt is unavailable: nothing may be requested until it is available. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Robots {
  readonly rulesFor: (url: string) => Promise<Rules>;
}

export const mostRobotsBytes = 500 * 1024;

const keptMs = 3_600_000;
const keptUnknownMs = 300_000;
const mostHosts = 2000;
/** A host may ask for more time between two requests, but not forever. */
const longestDelayMs = 600_000;

interface Kept {
  readonly rules: Promise<Rules>;
  until: number;
}

/**
 * Reads robots.txt of each host once an hour.
 *
 * @param read  fetches one address, without asking for these rules
 * @see RFC 9309
 */
export const createRobots = (
  read: (url: string) => Promise<Fetched>,
  clock: () => number = Date.now,
): Robots => {
  const kept = new Map<string, Kept>();
  return {
    rulesFor: (url) => {
      const { origin } = new URL(url);
      const known = kept.get(origin);
      if (known && known.until > clock()) return known.rules;
      kept.delete(origin);
      const fresh: Kept = { rules: readRules(origin, read), until: clock() + keptMs };
      kept.set(origin, fresh);
      void fresh.rules.then(({ kind }) => {
        if (kind === 'unknown') fresh.until = clock() + keptUnknownMs;
      });
      // The map keeps the order of insertion: the first is the oldest.
      for (const oldest of kept.keys()) {
        if (kept.size <= mostHosts) break;
        kept.delete(oldest);
      }
      return fresh.rules;
    },
  };
};

interface Robot {
  readonly isAllowed: (url: string, name: string) => boolean | undefined;
  readonly getCrawlDelay: (name: string) => number | undefined;
}

/** Its types declare a default export that the module, of CommonJS, does not have. */
const robotsParser = z
  .custom<(place: string, text: string) => Robot>((value) => typeof value === 'function')
  .parse(robotsModule);

const everything: Rules = { kind: 'known', allows: () => true, delayMs: 0 };

const readRules = async (origin: string, read: (url: string) => Promise<Fetched>): Promise<Rules> => {
  const place = `${origin}/robots.txt`;
  const fetched = await read(place);
  if (fetched.kind === 'failed') {
    // 2.3.1.3: "unavailable" allows everything; 2.3.1.4: "unreachable" allows nothing.
    const isAbsent = fetched.status !== null && fetched.status >= 400 && fetched.status < 500;
    const isBusy = fetched.status === 429;
    if (isAbsent && !isBusy) return everything;
    return { kind: 'unknown', reason: `robots.txt cannot be read: ${fetched.reason}` };
  }
  try {
    const robot = robotsParser(place, boundRules(new TextDecoder().decode(fetched.bytes)));
    const delayMs = Math.min((robot.getCrawlDelay(robotName) ?? 0) * 1000, longestDelayMs);
    return { kind: 'known', allows: (url) => robot.isAllowed(url, robotName) !== false, delayMs };
  } catch (error) {
    // Errors of the parser are caught here, because an unhandled rejection would end the process.
    return { kind: 'unknown', reason: `robots.txt cannot be read: ${String(error).slice(0, 200)}` };
  }
};
