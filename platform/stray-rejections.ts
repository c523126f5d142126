import type { Counter } from 'prom-client';
import type { Logger } from './log.ts';

/**
 * Keeps a process of the API alive where a promise of one request rejects and nobody awaits it: its other requests
 * have nothing to do with that. It is a fault of ours, so it is logged as an error and counted. What is thrown outside
 * of promises still ends the process.
 */
export const surviveStrayRejections = (log: Logger, counted: Counter): void => {
  process.on('unhandledRejection', (error) => {
    counted.inc();
    log.error(
      { err: error },
      'a promise rejected and nobody awaited it: a fault in the program, please report it',
    );
  });
};
