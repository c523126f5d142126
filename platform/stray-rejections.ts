import type { Counter } from 'prom-client';
import type { Logger } from './log.ts';

/**
 * Keeps an API process alive if an unawaited promise of one request rejects, because its other requests
 * are not affected. It is a bug, so it is logged as an error and counted. Errors thrown outside
 * promises still end the process.
 */
export const surviveStrayRejections = (log: Logger, counted: Counter): void => {
  process.on('unhandledRejection', (error) => {
    counted.inc();
    log.error(
      { err: error },
      'a promise rejected without being awaited: a bug in the program, please report it',
    );
  });
};
