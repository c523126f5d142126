/**
 * Like `Promise.all`, but rejects only when every task has ended, so that
 * no task continues in the background.
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
