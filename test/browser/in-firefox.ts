import { afterAll, beforeAll } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { axeFindings, axeScript } from '../support/axe.ts';
import { type FirefoxPage, findFirefox, startFirefox, type TestFirefox } from '../support/firefox.ts';
import { readSharedWeb } from '../support/shared-web.ts';

/** The long form tries all pages, and the box on pages of others, in Firefox ESR; a text says why it does not. */
export const firefox = process.env.DATELINE_LONG_TESTS ? await findFirefox() : 'only in the long form';

export const field = 'dateline-search >>> input[role=combobox]';
export const option = 'dateline-search >>> [role=option]';
export const hosts = ['unset', 'quirks', 'strict', 'arabic', 'form', 'ten'] as const;

export type Open = (path: string, width?: number) => Promise<FirefoxPage>;

/** Starts a Firefox with a reader's wishes before the tests of a group. @returns opens a page of ours in it */
export const openFirefox = (wishes: Readonly<Record<string, unknown>>): Open => {
  let browser: TestFirefox;
  beforeAll(async () => {
    if (typeof firefox === 'string') throw new Error(firefox);
    browser = await startFirefox(firefox, wishes);
  }, 120_000);
  afterAll(() => browser.close(), 60_000);
  return async (path, width = 1280) => {
    const opened = await browser.open(width);
    await opened.page.goto(readSharedWeb().url + path);
    return opened;
  };
};

export const findings = async (page: Page): Promise<unknown> => {
  await page.evaluate(axeScript);
  return page.evaluate(axeFindings);
};

export const media = (page: Page, query: string): Promise<boolean> =>
  page.evaluate((text) => matchMedia(text).matches, query);

export const follow = async (page: Page, act: () => Promise<unknown>): Promise<void> => {
  await Promise.all([page.waitForNavigation(), act()]);
};

/** Back or forward. Pages that Firefox kept are shown without a `load`, for which Puppeteer's own `goBack` waits. */
export const travel = async (page: Page, steps: -1 | 1, address: string): Promise<void> => {
  await page.evaluate((by) => history.go(by), steps);
  const arrived = () => page.evaluate((part) => location.href.includes(part), address).catch(() => false);
  while (!(await arrived())) await new Promise((resolve) => setTimeout(resolve, 50));
};

export const type = async (page: Page, text: string): Promise<void> => {
  await page.locator(field).click();
  await page.keyboard.type(text, { delay: 10 });
};

/** Number of elements that Firefox tells a screen reader of; parts of the box are not among them. */
export const countRole = async (page: Page, role: string): Promise<number> =>
  (await page.$$(`::-p-aria([role="${role}"])`)).length;
