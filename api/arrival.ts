import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { sendBare, timeoutProblem } from './bare-answer.ts';

const stream = /^application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines)\b/i;

/**
 * Limits the time in which a request must arrive completely. NDJSON is exempt while it is answered, because an import
 * may take hours; there the server's idle timeout of sockets applies. A connection that still sends after
 * the answer is closed, because nothing reads it.
 */
export const limitArrival =
  (app: RequestListener, limitMs: number): RequestListener =>
  (request, response) => {
    if (!request.complete) {
      if (!stream.test(request.headers['content-type'] ?? '')) watch(request, response, limitMs);
      else response.once('close', () => watch(request, response, limitMs));
    }
    app(request, response);
  };

const watch = (request: IncomingMessage, response: ServerResponse, limitMs: number): void => {
  if (request.complete) return;
  const timer = setTimeout(() => {
    if (request.complete) return;
    // Too late for an error if the answer has begun.
    if (response.headersSent) request.socket.destroy();
    else sendBare(request.socket, timeoutProblem);
  }, limitMs);
  const stop = (): void => clearTimeout(timer);
  request.once('end', stop);
  request.once('close', stop);
};
