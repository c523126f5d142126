import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';

/** A site on a port of its own, and what was asked of it. */
export const startSite = async () => {
  const pages = new Map<string, RequestListener>();
  const asked: {
    readonly path: string;
    readonly headers: IncomingMessage['headers'];
    readonly at: number;
  }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers, at: Date.now() });
    const page = pages.get(path);
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    asked,
    /** Changes what a path answers. */
    serve: (path: string, answer: RequestListener): void => void pages.set(path, answer),
    timesAsked: (path: string): number => asked.filter((one) => one.path === path).length,
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export type Site = Awaited<ReturnType<typeof startSite>>;

export const answer =
  (status: number, headers: Record<string, string>, body: string | Buffer = ''): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

/** A page with a text of its own, long enough to be one. */
export const newsPage = (title: string): RequestListener =>
  answer(
    200,
    { 'content-type': 'text/html; charset=utf-8' },
    `<html><head><title>${title} | The Harbour Gazette</title></head><body><nav><a href="/">Home</a></nav><article>
    <h1>${title}</h1><p>${`The ministry said on Tuesday that the harbour of ${title} was opened, and ships came in. `.repeat(4)}</p>
    <p>The mayor thanked the workers who had built it in three years.</p></article></body></html>`,
  );

export interface Item {
  readonly path: string;
  readonly title: string;
  readonly at: Date;
}

export const rss = (origin: string, items: readonly Item[], channel = ''): string =>
  `<rss version="2.0"><channel><title>Gazette</title>${channel}${items
    .map(
      ({ path, title, at }) =>
        `<item><title>${title}</title><link>${origin}${path}</link><guid>${origin}${path}</guid>` +
        `<pubDate>${at.toUTCString()}</pubDate><description>Short: ${title}.</description></item>`,
    )
    .join('')}</channel></rss>`;

/** A feed that knows whether it has changed. */
export const feedAnswer =
  (body: string, etag: string): RequestListener =>
  (request: IncomingMessage, response: ServerResponse): void => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(body);
  };
