/** Waits for something to become true; two minutes at most. */
export const until = async (holds: () => boolean | Promise<boolean>, limitMs = 120_000): Promise<void> => {
  for (const end = Date.now() + limitMs; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`not within ${limitMs} ms: ${holds.toString().slice(0, 200)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
