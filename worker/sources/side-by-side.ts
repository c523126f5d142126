/** Processes a list, several items at a time, until it is done or time is up. The rest waits for the next round. */
export const sideBySide = async <T>(
  all: readonly T[],
  { atOnce, isOver }: { readonly atOnce: number; readonly isOver: () => boolean },
  work: (one: T) => Promise<void>,
): Promise<void> => {
  const left = [...all];
  await Promise.all(
    Array.from({ length: Math.min(atOnce, left.length) }, async () => {
      for (let one = left.shift(); one !== undefined && !isOver(); one = left.shift()) await work(one);
    }),
  );
};
