import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { z } from 'zod';

export interface ReceivedCall {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly article: string;
}

const payload = z.object({ data: z.object({ article: z.object({ id: z.string() }) }) });

/**
 * A receiver of webhooks on a port of its own.
 *
 * @param answer  what it does with the nth call (from 1); by default it takes all
 */
export const startReceiver = async (
  answer: (call: ReceivedCall, n: number, response: ServerResponse) => void = (_call, _n, response) =>
    void response.writeHead(204).end(),
) => {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const id = String(request.headers['webhook-id']);
      const article = payload.safeParse(safely(body)).data?.data.article.id ?? '';
      const call = { id, headers: request.headers, body, article };
      calls.push(call);
      answer(call, calls.length, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    calls,
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const safely = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What `docs/alerts.md` tells receivers to check. */
export const isSigned = ({ headers, body }: ReceivedCall, secret: string): boolean => {
  const [id, at] = [headers['webhook-id'], headers['webhook-timestamp']];
  if (Math.abs(Date.now() / 1000 - Number(at)) > 300) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => {
      const given = Buffer.from(one.replace(/^v1,/, ''), 'base64');
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
};
