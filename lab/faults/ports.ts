import { setTimeout as pause } from 'node:timers/promises';
import { requireFreePort } from '../../stack/ports.ts';

/**
 * A free port below the range for outgoing connections: otherwise a client that keeps connecting to a dead server's port
 * could get that port itself, and connect to itself.
 */
export const settledPort = async (): Promise<number> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = 20_000 + Math.floor(12_000 * Math.random());
    if (await isFree(port)) return port;
  }
  throw new Error('no port below 32000 is free');
};

/** A killed server keeps its port until the system has cleaned up. */
export const untilFree = async (port: number): Promise<void> => {
  for (const end = Date.now() + 60_000; !(await isFree(port)); await pause(200))
    if (Date.now() > end) throw new Error(`port ${port} is held by a server that was killed a minute ago`);
};

const isFree = (port: number): Promise<boolean> =>
  requireFreePort(port, 'a server').then(
    () => true,
    () => false,
  );
