import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

/** How to run a Firefox. */
interface Installed {
  readonly path: string;
  readonly libraries?: string;
}

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

const run = promisify(execFile);
const names = ['firefox-esr', 'firefox'];
const unpackedTo = join(tmpdir(), 'dateline-firefox-esr');

/**
 * `TEST_FIREFOX`, else one on PATH, else Debian's package and what it needs, unpacked beside the system: no right of an
 * administrator is asked for.
 *
 * @returns why there is none, where there is none
 */
export const findFirefox = async (): Promise<Installed | string> => {
  const named = process.env.TEST_FIREFOX;
  if (named) return { path: named };
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (found) return { path: found };
  try {
    if (!existsSync(unpackedTo)) await unpack();
  } catch (error) {
    return `no Firefox on PATH, and no firefox-esr from apt: ${error instanceof Error ? error.message : error}`;
  }
  const home = join(unpackedTo, 'usr/lib/firefox-esr');
  const libraries = [home, ...globSync(join(unpackedTo, 'usr/lib/*-linux-gnu'))].join(delimiter);
  return { path: join(home, 'firefox-esr'), libraries };
};

const unpack = async (): Promise<void> => {
  const folder = mkdtempSync(`${unpackedTo}-`);
  const packages = join(folder, 'packages');
  mkdirSync(packages);
  const options = ['-o', 'APT::Sandbox::User='];
  const { stdout } = await run('apt-get', ['-s', '--no-install-recommends', 'install', 'firefox-esr']);
  const missing = [...stdout.matchAll(/^Inst (\S+)/gm)].flatMap(([, name]) => (name ? [name] : []));
  await run('apt-get', [...options, 'download', ...missing], { cwd: packages });
  for (const file of globSync(join(packages, '*.deb'))) await run('dpkg-deb', ['-x', file, folder]);
  renameSync(folder, unpackedTo);
};

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
