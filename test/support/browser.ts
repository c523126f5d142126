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

/** A Chromium with a profile of its own, that talks to nobody but the pages under test. */
export const startBrowser = async (): Promise<TestBrowser> => {
  const profile = mkdtempSync(join(tmpdir(), 'dateline-browser-'));
  const browser = await playwright.launch({
    executablePath: await findChromium(),
    headless: true,
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
    open: async (options = {}) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      return { context, page, complaints };
    },
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};

const leastBytes = 50_000_000;

/** Unpacked once a machine; a run that was ended in the middle leaves half a file, which is taken for whole. */
const findChromium = async (): Promise<string> => {
  const unpacked = join(tmpdir(), 'chromium');
  if (existsSync(unpacked) && statSync(unpacked).size < leastBytes) rmSync(unpacked);
  return chromium.executablePath();
};
