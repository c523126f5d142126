import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** The way between our processes and one server: every byte passes through here, so that it can be made bad. */
export interface Network {
  readonly port: number;
  /** Each piece of data takes so much longer, in either direction; 0 for as fast as it goes. */
  readonly delay: (ms: number) => void;
  /** Nothing passes, and nobody is told: connections stay open. */
  readonly stall: (isStalled: boolean) => void;
  /** Breaks every connection, whatever is on its way. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

/** @param target  port on loopback; the server behind it may come and go */
export const openNetwork = async (target: number): Promise<Network> => {
  let delayMs = 0;
  let isStalled = false;
  const sockets = new Set<Socket>();
  const lag = (): Transform =>
    new Transform({
      transform: async (chunk, _encoding, done) => {
        if (delayMs > 0) await pause(delayMs);
        while (isStalled) await pause(50);
        done(null, chunk);
      },
    });
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      // A break of either half is a break of the other: `close` follows every error.
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(lag()).pipe(far);
    far.pipe(lag()).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    delay: (ms) => {
      delayMs = ms;
    },
    stall: (now) => {
      isStalled = now;
    },
    cut,
    close: async () => {
      isStalled = false;
      server.close();
      cut();
    },
  };
};
