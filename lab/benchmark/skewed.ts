/** The first of many is drawn often, the last seldom: rank by 1/x. */
export const skewed = (random: () => number, size: number): number =>
  Math.min(size - 1, Math.floor(size ** random()) - (size > 1 ? 1 : 0));
