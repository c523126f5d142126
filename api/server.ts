import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { limitArrival } from './arrival.ts';
import { sendBare, timeoutProblem } from './bare-answer.ts';
import type { Problem } from './problem.ts';

/** Bytes of a request's line and headers: the longest Chinese query takes 18,000, percent-encoded; the rest is for filters. */
const mostHeadBytes = 64 * 1024;

export interface ServerLimits {
  /** Time for a request to arrive completely, except NDJSON. */
  readonly arrivalMs: number;
  /** Idle timeout of a connection, without data in either direction. */
  readonly restMs: number;
}

const usual: ServerLimits = { arrivalMs: 300_000, restMs: 300_000 };

/** The API's server, not listening yet. Requests that Node itself rejects are also answered as problems. */
export const createApiServer = (
  app: RequestListener,
  { arrivalMs, restMs }: ServerLimits = usual,
): Server => {
  const answers = new WeakMap<Duplex, ServerResponse>();
  const server = createServer(
    { keepAliveTimeout: 65_000, requestTimeout: 0, headersTimeout: 60_000, maxHeaderSize: mostHeadBytes },
    limitArrival((request, response) => {
      answers.set(request.socket, response);
      app(request, response);
    }, arrivalMs),
  );
  // Without a listener for the timeout, Node destroys the socket.
  server.setTimeout(restMs);
  return server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const answer = answers.get(socket);
    const isUnderWay = answer?.headersSent === true && !answer.writableFinished;
    // The client has gone, or a status line in the middle of an answer would be taken for its content.
    if (!socket.writable || error.code === 'ECONNRESET' || isUnderWay) socket.destroy();
    else sendBare(socket, problemOf(error.code));
  });
};

/** Accepts no new connections, closes idle ones, and waits for running answers. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

const problemOf = (code: string | undefined): Problem => {
  if (code === 'HPE_HEADER_OVERFLOW')
    return {
      type: 'urn:dateline:problem:request-too-long',
      title: 'The request is too long',
      status: 431,
      detail: `address and headers have more than ${mostHeadBytes} bytes; q has at most 2000 characters`,
    };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return timeoutProblem;
  return { type: 'urn:dateline:problem:bad-request', title: 'This is not an HTTP request', status: 400 };
};
