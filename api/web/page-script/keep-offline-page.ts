declare global {
  /** Not yet in the types of the browser; its results are used as text. */
  var trustedTypes:
    | {
        createPolicy(
          name: string,
          rules: { createScriptURL: (url: string) => string },
        ): { createScriptURL(url: string): string };
      }
    | undefined;
}

/** A service worker that shows a page when offline; its address is our own, so Trusted Types may trust it. */
const address = '/service-worker.js';

/** Registers it after the page is loaded: nothing waits for it, and a failure has no effect. */
export const keepOfflinePage = (): void => {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  addEventListener('load', () => {
    const policy = globalThis.trustedTypes?.createPolicy('dateline', { createScriptURL: () => address });
    workers.register(policy?.createScriptURL(address) ?? address).catch(() => {});
  });
};
