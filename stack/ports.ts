import { createServer } from 'node:net';
import { LaunchFailed } from './server.ts';

/** A TCP port on loopback that is free now. */
export const freePort = (): Promise<number> => listen(0);

/** @throws {LaunchFailed} where somebody listens on it */
export const requireFreePort = async (port: number, what: string): Promise<number> => {
  try {
    return await listen(port);
  } catch {
    throw new LaunchFailed(`Port ${port}, asked for by ${what}, is taken. Name another one, or none.`);
  }
};

const listen = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
