/**
 * All of what goes on at once: resolves as `Promise.all` does, but rejects only when every task has ended, so that
 * nothing goes on behind whoever waits.
 *
 * @param giveUp  called at the first failure, which is the one that is thrown
 */
export const allToTheirEnd = async <const T extends readonly Promise<unknown>[]>(
  tasks: T,
  giveUp: () => void,
) => {
  const all = Promise.all(tasks);
  all.catch(giveUp);
  await Promise.allSettled(tasks);
  return all;
};
