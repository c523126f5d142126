/**
 * The most that one piece of work may take in a test, in milliseconds. The promise is 100; a machine busy with other tests
 * needs more for the same work, and without bounds it takes seconds.
 */
export const longestHold = 300;

/**
 * How long a piece of work holds the event loop, in milliseconds: this thread's own time, since others use this
 * machine too; the best of three, since the first is not compiled.
 */
export const leastCpu = async (work: () => unknown): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    const before = process.threadCpuUsage();
    // Not awaited: what a function does before it gives the loop free.
    const done = work();
    const { user, system } = process.threadCpuUsage(before);
    times.push((user + system) / 1000);
    await done;
  }
  return Math.min(...times);
};

/**
 * How long asynchronous work holds the event loop at most, in milliseconds of this thread's own time: what passes
 * between two turns of the loop. The best of three, as above.
 */
export const longestTurn = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    let [longest, isDone, before] = [0, false, process.threadCpuUsage()];
    const turn = (): void => {
      const { user, system } = process.threadCpuUsage(before);
      longest = Math.max(longest, (user + system) / 1000);
      before = process.threadCpuUsage();
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    await work();
    isDone = true;
    await new Promise((resolve) => setImmediate(resolve));
    times.push(longest);
  }
  return Math.min(...times);
};
