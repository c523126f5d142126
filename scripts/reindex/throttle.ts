import { pause } from '../../platform/pause.ts';

export interface Throttle {
  /** Resolves when this many more documents may be copied. */
  readonly take: (documents: number) => Promise<void>;
}

/** @param rate  documents per second; infinite for no limit */
export const createThrottle = (rate: number): Throttle => {
  let free = Date.now();
  return {
    take: async (documents) => {
      if (!Number.isFinite(rate)) return;
      const now = Date.now();
      free = Math.max(free, now) + (documents / rate) * 1000;
      await pause(free - now - (documents / rate) * 1000);
    },
  };
};
