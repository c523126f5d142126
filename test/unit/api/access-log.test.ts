import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import type { Gate } from '../../../api/access/caller.ts';
import { whenEnded } from '../../../api/ended-requests.ts';
import { logRequest } from '../../../api/log-requests.ts';
import { unbound } from '../../../domain/bound.ts';

test('a line for each request: its route, status and key, but neither words nor address', async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const caller = { key: 'k1', scopes: [], isPublic: false, bound: unbound, rate: 1 };
  const gate: Gate = { callerOf: async () => caller, require: async () => caller };
  const app = express().use(whenEnded(logRequest(pino({}, sink), gate)));
  app.get('/v1/articles/:id', (_request, response) => response.status(404).end());
  const server = app.listen(0);
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/v1/articles/secret-id?q=private+words`, {
    headers: { 'x-request-id': 'trace-1' },
  });
  while (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  server.close();
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    method: 'GET',
    route: '/v1/articles/:id',
    status: 404,
    key: 'k1',
    trace: 'trace-1',
    ms: expect.any(Number),
  });
  expect(lines.join('')).not.toMatch(/private|secret|127\.0\.0\.1/);
});
