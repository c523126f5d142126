/** Position of a unit in a run: 0 the whole run, 1 its first, 2 inside, 3 its last. */
export const placeInRun = (step: number, length: number): number => {
  if (length === 1) return 0;
  if (step === 0) return 1;
  return step === length - 1 ? 3 : 2;
};
