// Shows our offline page without a network connection. It stores only that page, and nothing that the user reads.
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

/** Only pages; downloads and the API report their own errors. */
const isPage = ({ mode, url }: Request): boolean =>
  mode === 'navigate' && !/^\/(v1|admin)\//.test(new URL(url).pathname);

const answer = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(offlinePage)) ?? Response.error();
  }
};
