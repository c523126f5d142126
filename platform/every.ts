import type { Logger } from './log.ts';

/** Runs a task again and again, never twice at once; one that fails is logged and tried again. */
export const every = (ms: number, name: string, task: () => Promise<unknown>, log: Logger) => {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = task()
      .catch((error: unknown) => log.warn({ err: error, task: name }, 'failed; tried again'))
      .finally(() => {
        busy = false;
      });
  }, ms);
  return {
    close: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
};
