import { ipKeyGenerator } from 'express-rate-limit';
import { TooMany } from '../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';
import { subnetsOf } from '../access/subnets.ts';
import { KEPT_SECONDS } from './read-pages.ts';

interface Limits {
  /** Of callers without a key: per address, per network, per provider, and of all of them. */
  readonly address: number;
  readonly narrow: number;
  readonly wide: number;
  readonly open: number;
  readonly key: number;
  readonly all: number;
}

/** Simultaneous exports of this process. Most places are for keys, whatever callers without one do. */
const running: Limits = { address: 2, narrow: 6, wide: 16, open: 30, key: 20, all: 100 };
/** Exports that were broken off and may still be resumed: each keeps its point in time for that long. */
const interrupted: Limits = { address: 6, narrow: 10, wide: 30, open: 60, key: 60, all: 200 };
const RETRY_SECONDS = 30;

export interface ExportLimit {
  /**
   * Runs an export until its last byte, or until its reader has gone.
   *
   * @param resumed  the token of an export that was broken off; null for a new one
   * @param work  returns the export's token if it was not sent to its end, otherwise null
   * @throws {TooMany} if the limit is reached, also by exports that were broken off
   */
  readonly run: (
    caller: Pick<Caller, 'key'>,
    address: string,
    resumed: string | null,
    work: () => Promise<string | null>,
  ) => Promise<void>;
}

/** Counts the exports of this process: each uses a point in time, memory and a thread while it is read. */
export const createExportLimit = (): ExportLimit => {
  const [underWay, brokenOff] = [createCount(running), createCount(interrupted)];
  /** By token, how to stop counting it. */
  const forgetting = new Map<string, () => void>();
  const keep = (token: string, places: Places): void => {
    const forget = (): void => {
      clearTimeout(timer);
      forgetting.delete(token);
      brokenOff.add(places, -1);
    };
    const timer = setTimeout(forget, KEPT_SECONDS * 1000).unref();
    brokenOff.add(places, 1);
    forgetting.set(token, forget);
  };
  return {
    run: async ({ key }, address, resumed, work) => {
      const places = placesOf(key, address);
      if (underWay.isFull(places)) throw new TooMany('too many exports at once', RETRY_SECONDS);
      if (resumed === null && brokenOff.isFull(places))
        throw new TooMany('too many exports were broken off: resume them', KEPT_SECONDS);
      underWay.add(places, 1);
      let open: string | null;
      try {
        open = await work();
      } finally {
        underWay.add(places, -1);
      }
      if (resumed !== null) forgetting.get(resumed)?.();
      if (open !== null) keep(open, places);
    },
  };
};

/** What an export is counted under, and the limit of each. */
type Places = readonly (readonly [owner: string, limit: keyof Limits])[];

const placesOf = (key: string | null, address: string): Places => {
  if (key !== null)
    return [
      [`key:${key}`, 'key'],
      ['all', 'all'],
    ];
  const { narrow, wide } = subnetsOf(address);
  return [
    [`address:${ipKeyGenerator(address)}`, 'address'],
    [`narrow:${narrow}`, 'narrow'],
    [`wide:${wide}`, 'wide'],
    ['open', 'open'],
    ['all', 'all'],
  ];
};

const createCount = (limits: Limits) => {
  const counts = new Map<string, number>();
  return {
    isFull: (places: Places): boolean =>
      places.some(([owner, limit]) => (counts.get(owner) ?? 0) >= limits[limit]),
    add: (places: Places, one: 1 | -1): void => {
      for (const [owner] of places) {
        const now = (counts.get(owner) ?? 0) + one;
        if (now > 0) counts.set(owner, now);
        else counts.delete(owner);
      }
    },
  };
};
