import { createServer } from 'node:net';
import { InvalidUse } from './options.ts';

/** Checks before anything is started. @throws {InvalidUse} if it is not possible to listen on the address */
export const requireFreePort = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new InvalidUse(explain(error, host, port))));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });

const explain = (error: NodeJS.ErrnoException, host: string, port: number): string => {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is taken. Choose another with --port.`;
  if (error.code === 'EACCES')
    return `Port ${port} needs more rights than this account has. Choose one above 1023.`;
  return `Cannot listen on ${host}:${port}: ${error.message}`;
};
