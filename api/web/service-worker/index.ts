// Where the network is gone, shows a page of ours. It keeps that page only, and nothing of what one reads.
const cacheName = 'offline';
const offlinePage = '/offline';

addEventListener('install', (event) => {
  if (event instanceof ExtendableEvent) event.waitUntil(keepPage());
});

addEventListener('fetch', (event) => {
  if (event instanceof FetchEvent && isPage(event.request)) event.respondWith(answer(event.request));
});

const keepPage = async (): Promise<void> => {
  const cache = await caches.open(cacheName);
  await cache.add(new Request(offlinePage, { cache: 'reload' }));
};

/** Downloads and the API answer for themselves. */
const isPage = ({ mode, url }: Request): boolean =>
  mode === 'navigate' && !/^\/(v1|admin)\//.test(new URL(url).pathname);

const answer = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(offlinePage)) ?? Response.error();
  }
};
