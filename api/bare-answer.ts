import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from './problem.ts';

export const timeoutProblem: Problem = {
  type: 'urn:dateline:problem:timeout',
  title: 'The request took too long to arrive',
  status: 408,
};

/** Answers a request that reached no route, and closes its connection. */
export const sendBare = (socket: Duplex, problem: Problem): void => {
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
};
