/** Numbers that look random and are the same every time (mulberry32). */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The first of many is drawn often, the last seldom: rank by 1/x. */
export const skewed = (random: () => number, size: number): number =>
  Math.min(size - 1, Math.floor(size ** random()) - (size > 1 ? 1 : 0));
