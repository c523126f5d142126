import { TooMany } from '../../domain/errors.ts';
import { subnetsOf } from './subnets.ts';

/** Keys that do not exist, a minute and net: a person mistypes a few, a machine that guesses sends thousands. */
const MOST = 30;
const WINDOW_MS = 60_000;
const MOST_NETS = 10_000;

/**
 * Counts unknown keys by where they come from, in this process. Each costs a question to Elasticsearch; past the bound
 * none is asked. Keys that are known already are not looked up, so they pass.
 */
export const createUnknownKeys = (clock: () => Date) => {
  const counts = new Map<string, { count: number; readonly until: number }>();
  const find = (address: string) => {
    const net = subnetsOf(address).narrow;
    const now = clock().getTime();
    const known = counts.get(net);
    return { net, now, entry: known && known.until > now ? known : null };
  };
  return {
    /** @throws {TooMany} where no more are looked up for now */
    admit: (address: string): void => {
      const { entry, now } = find(address);
      if (entry && entry.count >= MOST)
        throw new TooMany('too many unknown keys', Math.ceil((entry.until - now) / 1000));
    },
    note: (address: string): void => {
      const { net, now, entry } = find(address);
      if (entry) {
        entry.count += 1;
        return;
      }
      if (counts.size >= MOST_NETS) counts.clear();
      counts.set(net, { count: 1, until: now + WINDOW_MS });
    },
  };
};
