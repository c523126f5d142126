import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** A proxy between our processes and one server, to disturb the connection. */
export interface Network {
  readonly port: number;
  /** Delay of each piece of data, in either direction; 0 for none. */
  readonly delay: (ms: number) => void;
  /** Passes no data, but keeps connections open. */
  readonly stall: (isStalled: boolean) => void;
  /** Resets every connection, the coming ones as well, as where nothing listens. */
  readonly refuse: (isRefused: boolean) => void;
  /** Resets every connection, also with data in transit. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

/** @param target  port on loopback; its server may stop and start */
export const openNetwork = async (target: number): Promise<Network> => {
  let delayMs = 0;
  let isStalled = false;
  let isRefused = false;
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
    if (isRefused) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      // If one side breaks, so does the other: `close` follows every error.
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
    refuse: (now) => {
      isRefused = now;
      if (now) cut();
    },
    cut,
    close: async () => {
      isStalled = false;
      server.close();
      cut();
    },
  };
};
