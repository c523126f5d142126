declare global {
  /** Not yet among the types of the browser; what it makes is text to whoever takes it. */
  var trustedTypes:
    | {
        createPolicy(
          name: string,
          rules: { createScriptURL: (url: string) => string },
        ): { createScriptURL(url: string): string };
      }
    | undefined;
}

/** A worker that shows a page where the network is gone; its address is our own, so Trusted Types may trust it. */
const address = '/service-worker.js';

/** Asks for it when the page is there: nothing waits for it, and where it cannot be had nothing is missing. */
export const keepOfflinePage = (): void => {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  addEventListener('load', () => {
    const policy = globalThis.trustedTypes?.createPolicy('dateline', { createScriptURL: () => address });
    workers.register(policy?.createScriptURL(address) ?? address).catch(() => {});
  });
};
