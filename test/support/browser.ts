import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import {
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core';

export interface TestBrowser {
  readonly open: (
    options?: BrowserContextOptions,
  ) => Promise<{ context: BrowserContext; page: Page; complaints: string[] }>;
  readonly close: () => Promise<void>;
}

/** A Chromium with a profile of its own, that talks to nobody but the pages under test; many files may connect to it. */
export const launchBrowser = async (): Promise<{
  readonly address: string;
  readonly close: () => Promise<void>;
}> => {
  const profile = mkdtempSync(join(tmpdir(), 'dateline-browser-'));
  const server = await playwright.launchServer({
    executablePath: await findChromium(),
    headless: true,
    host: '127.0.0.1',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disk-cache-dir=${profile}`,
    ],
  });
  return {
    address: server.wsEndpoint(),
    close: async () => {
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};

/** @param address  as `launchBrowser` gives it */
export const connectBrowser = async (address: string): Promise<TestBrowser> => {
  const browser = await playwright.connect(address);
  return {
    open: async (options = {}) => {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        // Requests that a worker makes pass by what a test holds back or counts.
        serviceWorkers: 'block',
        ...options,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        const own = message.text().endsWith('blocked by Playwright');
        if (!own && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      return { context, page, complaints };
    },
    close: () => browser.close(),
  };
};

const leastBytes = 50_000_000;

/** Unpacked once a machine; a run that was ended in the middle leaves half a file, which is taken for whole. */
const findChromium = async (): Promise<string> => {
  const unpacked = join(tmpdir(), 'chromium');
  if (existsSync(unpacked) && statSync(unpacked).size < leastBytes) rmSync(unpacked);
  return chromium.executablePath();
};
