import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings, axeScript, enlargeScript } from '../support/axe.ts';
import type { TestBrowser } from '../support/browser.ts';
import { inLanguage, pageStates } from '../support/page-states.ts';
import { openWebInBrowser, type SharedPages } from '../support/web-in-browser.ts';

const isLong = Boolean(process.env.DATELINE_LONG_TESTS);
let service: SharedPages;
let browser: TestBrowser;
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});

const violations = async (page: Page): Promise<unknown> => {
  // Through the debugger, as the pages' own policy lets no foreign script in.
  await page.evaluate(axeScript);
  return page.evaluate(axeFindings);
};

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** On a desk by day, on a phone of 320 px at night, in the long form with text of twice the size too, of one and the same page. */
const lookAt = async (page: Page): Promise<void> => {
  await page.locator('dateline-search input[role=combobox]').first().waitFor();
  for (const [viewport, colorScheme] of [
    [{ width: 1280, height: 800 }, 'light'],
    [{ width: 320, height: 640 }, 'dark'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    expect([colorScheme, await violations(page)]).toEqual([colorScheme, []]);
    expect([colorScheme, await sideways(page)]).toEqual([colorScheme, 0]);
  }
  if (!isLong) return;
  await page.setViewportSize({ width: 640, height: 800 });
  await page.evaluate(enlargeScript);
  expect(['200 %', await sideways(page)]).toEqual(['200 %', 0]);
};

test.each(pageStates)('%s has no axe violation, no complaint and no sideways scrolling', async (_, path) => {
  const { page, context, complaints } = await browser.open();
  const answer = await page.goto(service.url + path);
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
  await lookAt(page);
  expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
  await context.close();
});

test('suggestions on screen have no axe violation either', async () => {
  const { page, context } = await browser.open();
  await page.goto(service.url);
  await page.locator('dateline-search input[role=combobox]').fill('lavrov');
  await page.locator('dateline-search [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await violations(page)).toEqual([]);
  await context.close();
});

test('the panel of alerts has no axe violation, in either direction', async () => {
  const { page, context } = await browser.open();
  for (const language of ['en', 'ar']) {
    await page.goto(`${service.url}/?q=lavrov&ui-lang=${language}`);
    await page.locator('[popovertarget=follow]').click();
    await page.locator('.alert summary').click();
    await page.locator('.alert .save-alert').waitFor();
    expect(await violations(page)).toEqual([]);
  }
  await context.close();
});

/** The long form looks at every page in more languages. */
const more = isLong ? ['ar', 'de', 'fa', 'hi', 'zh-TW'] : [];

for (const language of more)
  test(`every page in ${language} has no axe violation and no sideways scrolling`, async () => {
    const { page, context } = await browser.open();
    for (const [, path] of pageStates) {
      await page.goto(service.url + inLanguage(path, language));
      await lookAt(page);
    }
    await context.close();
  }, 900_000);
