/** In [0, 1). */
export type Random = () => number;

/** @throws if there is nothing to draw from */
export const draw = <T>(from: readonly T[], random: Random): T => {
  const drawn = from[Math.floor(random() * from.length)];
  if (drawn === undefined) throw new RangeError('nothing to draw from');
  return drawn;
};
