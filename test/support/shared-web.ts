import { launchBrowser } from './browser.ts';
import { startWebService } from './web-service.ts';

/** Where a file of browser tests finds pages and browser, in the environment of its process. */
const variable = 'TEST_SHARED_WEB';

export interface SharedWeb {
  readonly url: string;
  readonly key: string;
  readonly prefix: string;
  readonly browser: string;
}

let close: (() => Promise<void>) | undefined;

/** Opens pages and browser once for all files of browser tests: each needs both, and both are slow to start. */
export const openSharedWeb = async (): Promise<void> => {
  const [service, browser] = await Promise.all([startWebService(), launchBrowser()]);
  close = async () => {
    await browser.close();
    await service.stop();
  };
  const { url, key, services } = service;
  const shared: SharedWeb = { url, key, prefix: services.config.prefix, browser: browser.address };
  process.env[variable] = JSON.stringify(shared);
};

export const closeSharedWeb = async (): Promise<void> => {
  await close?.();
};

export const readSharedWeb = (): SharedWeb => {
  const written = process.env[variable];
  if (!written) throw new Error(`${variable} is not set: jest.config.js names the file that opens it`);
  return JSON.parse(written);
};
