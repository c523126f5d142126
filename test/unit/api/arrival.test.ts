import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApiServer } from '../../../api/server.ts';

let server: Server;
const limits = { arrivalMs: 400, restMs: 1500 };

beforeAll(async () => {
  server = createApiServer((request, response) => {
    if (request.url === '/refused') {
      response.writeHead(401).end('refused');
      return;
    }
    response.writeHead(202, { 'content-type': 'application/x-ndjson' });
    request.on('data', (chunk: Buffer) => response.write(`took ${chunk.length}\n`));
    request.on('end', () => response.end('end\n'));
  }, limits);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends a head and lets parts follow it. @returns all that came back */
const send = async (type: string, parts: readonly string[], gapMs: number, path = '/'): Promise<string> => {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString();
  });
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  for (const part of parts) {
    if (socket.destroyed) break;
    socket.write(part);
    await pause(gapMs);
  }
  await Promise.race([closed, pause(3000)]);
  socket.destroy();
  return answer;
};

const chunk = '4\r\nline\r\n';

test('lines are read as long as bytes flow, far beyond the time of other requests', async () => {
  const parts = [...Array.from({ length: 12 }, () => chunk), '0\r\n\r\n'];
  const answer = await send('application/x-ndjson', parts, 100);
  expect(answer.match(/took 4/g)).toHaveLength(12);
  expect(answer).toContain('end\n');
  expect(answer).not.toContain('408');
});

test('other requests have to arrive in time; an answer that has begun is broken off, not written into', async () => {
  const answer = await send(
    'text/html',
    Array.from({ length: 12 }, () => chunk),
    100,
  );
  expect(answer).toContain('took 4');
  expect(answer).not.toMatch(/end\n|HTTP\/1\.1 408/);
});

test('lines that stop coming are broken off', async () => {
  const answer = await send('application/x-ndjson', [chunk], 100);
  expect(answer).not.toMatch(/end\n|HTTP\/1\.1 4/);
});

test('bytes that are no HTTP in the middle of a stream end it, and put no status into its answer', async () => {
  const answer = await send('application/x-ndjson', [chunk, 'not a chunk\r\n'], 200);
  expect(answer).toContain('took 4');
  expect(answer).not.toContain('HTTP/1.1 400');
});

test.each(['text/html', 'application/x-ndjson'])(
  'a request of %s that was refused cannot hold its connection by sending on',
  async (type) => {
    const started = Date.now();
    const parts = Array.from({ length: 40 }, () => chunk);
    expect(await send(type, parts, 100, '/refused')).toContain('refused');
    expect(Date.now() - started).toBeLessThan(2500);
  },
);
