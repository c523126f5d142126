import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { sendBare, timeoutProblem } from './bare-answer.ts';

const stream = /^application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines)\b/i;

/**
 * Gives a request a time to arrive whole in. Lines are exempt as long as they are answered, since an import may take
 * hours: for them bytes have to flow, which the server's own time-out for sockets at rest sees to. Whoever sends on after
 * the answer is cut off: nobody reads that.
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
    // An answer that has begun cannot say so any more.
    if (response.headersSent) request.socket.destroy();
    else sendBare(request.socket, timeoutProblem);
  }, limitMs);
  const stop = (): void => clearTimeout(timer);
  request.once('end', stop);
  request.once('close', stop);
};
