import { setTimeout as pause } from 'node:timers/promises';
import { requireFreePort } from '../../stack/ports.ts';

/**
 * A free port below those that the system gives to outgoing connections: whoever knocks at a dead server's port again
 * and again could be given that very port, and be connected to itself.
 */
export const settledPort = async (): Promise<number> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = 20_000 + Math.floor(12_000 * Math.random());
    if (await isFree(port)) return port;
  }
  throw new Error('no port below 32000 is free');
};

/** A killed server holds its port until the system has taken it apart. */
export const untilFree = async (port: number): Promise<void> => {
  for (const end = Date.now() + 60_000; !(await isFree(port)); await pause(200))
    if (Date.now() > end) throw new Error(`port ${port} is held by a server that was killed a minute ago`);
};

const isFree = (port: number): Promise<boolean> =>
  requireFreePort(port, 'a server').then(
    () => true,
    () => false,
  );
