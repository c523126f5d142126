import { createRandom } from '../../random.ts';

/**
 * The 95 % interval of a mean of means, by drawing each group's values again with replacement.
 *
 * @param groups  paired differences, a list for each set
 * @param draws  default 1,000
 */
export const bootstrapInterval = (
  groups: readonly (readonly number[])[],
  draws = 1_000,
): { readonly low: number; readonly high: number } => {
  const random = createRandom(1);
  const means = Array.from({ length: draws }, () => {
    const drawn = groups.map((values) => {
      let sum = 0;
      for (let n = 0; n < values.length; n += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
      return sum / Math.max(values.length, 1);
    });
    return drawn.reduce((sum, value) => sum + value, 0) / Math.max(drawn.length, 1);
  }).sort((left, right) => left - right);
  return { low: means[Math.floor(draws * 0.025)] ?? 0, high: means[Math.floor(draws * 0.975)] ?? 0 };
};
