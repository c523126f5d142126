import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from './problem.ts';

/** Bytes of a request's line and headers: the longest query of Chinese takes 18,000, percent-encoded; with filters. */
export const mostHeadBytes = 64 * 1024;

/** The API's server, not listening yet. What Node itself refuses is answered as a problem too. */
export const createApiServer = (app: RequestListener): Server =>
  createServer({ keepAliveTimeout: 65_000, requestTimeout: 300_000, maxHeaderSize: mostHeadBytes }, app).on(
    'clientError',
    refuse,
  );

/** Takes no new connections, ends those at rest, and waits for the answers that are under way. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

const refuse = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  // The other side is gone, or has begun to read an answer.
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const problem = problemOf(error.code);
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

const problemOf = (code: string | undefined): Problem => {
  if (code === 'HPE_HEADER_OVERFLOW')
    return {
      type: 'urn:dateline:problem:request-too-long',
      title: 'The request is too long',
      status: 431,
      detail: `address and headers take more than ${mostHeadBytes} bytes; q holds at most 2000 characters`,
    };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return {
      type: 'urn:dateline:problem:timeout',
      title: 'The request took too long to arrive',
      status: 408,
    };
  return { type: 'urn:dateline:problem:bad-request', title: 'This is no HTTP request', status: 400 };
};
