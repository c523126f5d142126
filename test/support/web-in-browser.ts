import { afterAll, beforeAll } from '@jest/globals';
import { startBrowser, type TestBrowser } from './browser.ts';
import type { SearchService } from './search-service.ts';
import { startWebService } from './web-service.ts';

/** What a file of browser tests works with. */
export interface WebInBrowser {
  readonly service: SearchService;
  readonly browser: TestBrowser;
}

/** Opens pages and browser before the tests of a file, and closes them behind the last. */
export const openWebInBrowser = (use: (opened: WebInBrowser) => void): void => {
  let service: SearchService | undefined;
  let browser: TestBrowser | undefined;
  beforeAll(async () => {
    const opened = await Promise.all([startWebService(), startBrowser()]);
    [service, browser] = opened;
    use({ service: opened[0], browser: opened[1] });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  }, 60_000);
};
