import type { Logger } from './log.ts';

/** Something that was opened and must be closed. Closing waits until its work is finished or returned. */
export interface Closable {
  readonly name: string;
  readonly close: () => Promise<unknown>;
}

/**
 * Closes in reverse order of opening. A failure does not prevent closing the others; after `limitMs` a hanging one is
 * abandoned.
 */
export const closeInReverse = async (
  opened: readonly Closable[],
  log: Logger,
  limitMs = 20_000,
): Promise<void> => {
  for (const { name, close } of opened.toReversed()) {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), limitMs);
    });
    try {
      const result = await Promise.race([close(), tooLong]);
      if (result === 'late') log.error({ name, limitMs }, 'closing took too long; abandoned');
    } catch (error) {
      log.error({ name, err: error }, 'closing failed');
    } finally {
      clearTimeout(timer);
    }
  }
};

/**
 * Runs `close` once when the process is asked to end, then exits. A second signal exits at once.
 *
 * @returns a function that removes the listeners
 */
export const closeOnSignals = (close: () => Promise<void>, log: Logger): (() => void) => {
  let closing = false;
  const end = (signal: NodeJS.Signals): void => {
    if (closing) process.exit(1);
    closing = true;
    log.info({ signal }, 'closing');
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
};
