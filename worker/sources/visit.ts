import { maxInputBytes } from '../../platform/articles/schema.ts';
import {
  createFetcher,
  type Fetched,
  type Fetcher,
  type Polled,
} from '../../platform/outgoing/fetch-whole.ts';
import { findTargetFault } from '../../platform/outgoing/target.ts';
import type { Hosts } from './hosts.ts';
import { createRobots, mostRobotsBytes } from './robots.ts';
import { robotName } from './robots-rules.ts';

/** The answer of a host, or that it may not be requested yet. */
export type Visited<Answer> = Answer | { readonly kind: 'later' };

export interface Visitor {
  /**
   * Fetches one address, if its host allows it and as soon as its pause is over. Never throws.
   *
   * @param until  latest time to wait for, in Unix milliseconds
   */
  readonly read: (url: string, until: number) => Promise<Visited<Fetched>>;
  /** The same for an address that may have been fetched before. */
  readonly poll: (
    url: string,
    known: Parameters<Fetcher['poll']>[1],
    until: number,
  ) => Promise<Visited<Polled>>;
  readonly close: () => Promise<void>;
}

const agent = `${robotName} (news search; reads feeds and the pages behind their entries)`;

/** A host's robots.txt was unavailable; it is requested again. */
class RulesUnknown extends Error {
  override readonly name = 'RulesUnknown';
}

/** Fetches feeds and pages: only public addresses, only what robots.txt allows, and not too often. */
export const createVisitor = (allowed: readonly string[], hosts: Hosts, delayMs: number): Visitor => {
  const findTarget = (url: string) => findTargetFault(url, allowed);
  const rulesFetcher = createFetcher({
    mostBytes: () => mostRobotsBytes,
    allowed,
    agent,
    findFault: findTarget,
  });
  const robots = createRobots(rulesFetcher.read);
  const findFault = async (url: string): Promise<string | null> => {
    const fault = findTarget(url);
    if (fault) return fault;
    const rules = await robots.rulesFor(url);
    if (rules.kind === 'unknown') throw new RulesUnknown(rules.reason);
    return rules.allows(url) ? null : 'is disallowed by robots.txt';
  };
  const fetcher = createFetcher({ mostBytes: () => maxInputBytes, allowed, agent, findFault });
  /** Checked first, to avoid waiting for a request that must not be sent. */
  const mayAsk = async (url: string, until: number): Promise<boolean> => {
    if (findTarget(url) !== null) return true;
    const rules = await robots.rulesFor(url);
    if (rules.kind === 'unknown' || !rules.allows(url)) return true;
    return hosts.waitFor(new URL(url).host, Math.max(delayMs, rules.delayMs), until);
  };
  const visit = async <Answer extends Polled>(
    url: string,
    until: number,
    ask: () => Promise<Answer>,
  ): Promise<Visited<Answer>> => {
    if (!(await mayAsk(url, until))) return { kind: 'later' };
    const answer = await ask();
    const isBusy = answer.kind === 'failed' && (answer.status === 429 || answer.status === 503);
    if (isBusy) await hosts.rest(new URL(url).host, answer.retryAfterMs);
    return answer;
  };
  return {
    read: (url, until) => visit(url, until, () => fetcher.read(url)),
    poll: (url, known, until) => visit(url, until, () => fetcher.poll(url, known)),
    close: async () => {
      await Promise.all([fetcher.close(), rulesFetcher.close()]);
    },
  };
};
