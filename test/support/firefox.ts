import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findProgram, type Installed } from './programs.ts';

export interface FirefoxPage {
  readonly page: Page;
  readonly complaints: string[];
}

export interface TestFirefox {
  readonly version: string;
  readonly open: (width: number) => Promise<FirefoxPage>;
  readonly close: () => Promise<void>;
}

/** Preferences by what a reader has chosen. */
export const readers = {
  plain: {},
  dark: { 'ui.systemUsesDarkTheme': 1 },
  /** Colours of the system alone. */
  forcedColours: { 'browser.display.document_color_use': 2 },
  stillness: { 'ui.prefersReducedMotion': 1 },
  /** The driver's own scripts still run, but none of its promises: no `locator`, no `$eval`. */
  noScripts: { 'javascript.enabled': false },
} as const;

/** @returns why there is none, where there is none */
export const findFirefox = (): Promise<Installed | string> =>
  findProgram({
    variable: 'TEST_FIREFOX',
    names: ['firefox-esr', 'firefox'],
    debian: { name: 'firefox-esr', path: 'usr/lib/firefox-esr/firefox-esr' },
  });

/** A Firefox with a profile of its own, driven by WebDriver BiDi; a reader's wishes are preferences of the profile. */
export const startFirefox = async (
  { path, libraries }: Installed,
  preferences: Readonly<Record<string, unknown>>,
): Promise<TestFirefox> => {
  const env = { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) };
  const browser: Browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    env,
    extraPrefsFirefox: { ...preferences, 'intl.accept_languages': 'en' },
  });
  return {
    version: await browser.version(),
    open: async (width) => {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 844 });
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      return { page, complaints };
    },
    close: () => browser.close(),
  };
};
