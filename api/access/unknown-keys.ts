import { TooMany } from '../../domain/errors.ts';
import { subnetsOf } from './subnets.ts';

/** Unknown keys allowed per minute and subnet. A person mistypes a few; a program that guesses sends thousands. */
const MOST = 30;
const WINDOW_MS = 60_000;
const MOST_NETS = 10_000;

/**
 * Counts unknown keys per subnet, in this process. Each one costs a request to Elasticsearch, so beyond the limit
 * none is sent. Known keys need no lookup and still pass.
 */
export const createUnknownKeys = (clock: () => Date) => {
  const counts = new Map<string, { count: number; readonly until: number }>();
  const find = (address: string) => {
    const subnet = subnetsOf(address).narrow;
    const now = clock().getTime();
    const known = counts.get(subnet);
    return { subnet, now, entry: known && known.until > now ? known : null };
  };
  return {
    /** @throws {TooMany} while no more keys are looked up */
    admit: (address: string): void => {
      const { entry, now } = find(address);
      if (entry && entry.count >= MOST)
        throw new TooMany('too many unknown keys', Math.ceil((entry.until - now) / 1000));
    },
    note: (address: string): void => {
      const { subnet, now, entry } = find(address);
      if (entry) {
        entry.count += 1;
        return;
      }
      if (counts.size >= MOST_NETS) counts.clear();
      counts.set(subnet, { count: 1, until: now + WINDOW_MS });
    },
  };
};
