const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A duration in its largest unit: `3 hours`. */
export const ageOf = (ms: number): string => {
  const [unit, length] = steps.find(([, size]) => ms >= size) ?? (['second', 1000] as const);
  const count = Math.floor(ms / length);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};
