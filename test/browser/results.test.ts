import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import { openWebInBrowser, type SharedPages } from '../support/web-in-browser.ts';

let service: SharedPages;
let browser: TestBrowser;
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const open = async (path: string, options = {}) => {
  const opened = await browser.open(options);
  await opened.page.goto(service.url + path);
  return opened;
};
const shift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, 'value'));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );

test('on a phone the first result stands high, nothing moves, and little is loaded', async () => {
  for (const language of ['en', 'ar', 'zh', 'de']) {
    const { page, context } = await browser.open(phone);
    let requests = 0;
    page.on('request', () => {
      requests += 1;
    });
    await page.goto(`${service.url}/?q=lavrov&ui-lang=${language}`);
    const first = await page.locator('.results > li').first().boundingBox();
    expect(first?.y).toBeLessThanOrEqual(420);
    expect(await shift(page)).toBeLessThanOrEqual(0.01);
    expect(requests).toBeLessThanOrEqual(4);
    await context.close();
  }
  const answer = await fetch(`${service.url}/?q=government`);
  const sent = gzipSync(Buffer.from(await answer.arrayBuffer()));
  expect(sent.length).toBeLessThanOrEqual(16 * 1024);
});

test('filters are within twelve tabs of the search field, before the results', async () => {
  const { page, context } = await open('/?q=lighthouse', { viewport: { width: 1280, height: 900 } });
  await page.locator('dateline-search input[role=combobox]').focus();
  let tabs = 0;
  const inFilters = () => page.evaluate(() => document.activeElement?.closest('.filters') !== null);
  while (!(await inFilters()) && tabs < 20) {
    await page.keyboard.press('Tab');
    tabs += 1;
  }
  expect(tabs).toBeLessThanOrEqual(12);
  const order = await page.evaluate(() => {
    const [filters, results] = ['.filters', '.results'].map((name) => document.querySelector(name));
    return filters && results ? filters.compareDocumentPosition(results) : 0;
  });
  expect(order & 4).toBe(4);
  await context.close();
});

test('on a phone the filters are a sheet, that is open again at the same place after a choice', async () => {
  const { page, context } = await open('/?q=lighthouse', phone);
  expect(await page.locator('.filters').isVisible()).toBe(false);
  await page.locator('.to-filters').tap();
  const last = page.locator('.filters section li a').last();
  await last.scrollIntoViewIfNeeded();
  const before = await page.locator('.filters').evaluate((sheet) => sheet.scrollTop);
  await Promise.all([page.waitForURL(/publisher=|lang=|place=/), last.tap()]);
  await page.locator('.filters').waitFor();
  const after = await page.locator('.filters').evaluate((sheet) => sheet.scrollTop);
  expect(before).toBeGreaterThan(0);
  expect(Math.abs(after - before)).toBeLessThanOrEqual(200);
  await page.locator('.done button').tap();
  await expect(page.locator('.filters').isVisible()).resolves.toBe(false);
  await context.close();
});

test('without scripts the sheet opens and closes as well', async () => {
  const { page, context } = await open('/?q=lighthouse', { ...phone, javaScriptEnabled: false });
  await page.locator('.to-filters').tap();
  expect(await page.locator('.filters').isVisible()).toBe(true);
  await page.locator('.done button').tap();
  expect(await page.locator('.filters').isVisible()).toBe(false);
  await context.close();
});

test('everything chosen is a chip that takes it back', async () => {
  const { page, context } = await open('/?agency=xinhua&lang=zh&from-date=2019&collapse=story&ui-lang=en');
  const chips = page.locator('.chips .chip');
  expect(await chips.count()).toBe(4);
  for (let left = 3; left >= 0; left -= 1) {
    await chips.first().click();
    await page.waitForLoadState();
    expect(await chips.count()).toBe(left);
  }
  await context.close();
});

test('people of a result narrow the search; a publisher that is the agency is named once', async () => {
  const { page, context } = await open('/?ui-lang=en');
  const credits = await page.locator('.credits').allTextContents();
  for (const line of credits) {
    const parts = line.split(' · ');
    expect(new Set(parts).size).toBe(parts.length);
  }
  await Promise.all([page.waitForURL(/person=/), page.locator('.people a').first().click()]);
  expect(await page.locator('.chips .chip').count()).toBe(1);
  await context.close();
});

test('every value of a facet is listed and found by a part of its name', async () => {
  const { page, context } = await open('/values/person?ui-lang=en');
  const all = await page.locator('.values li').count();
  await page.locator('input[name=find]').fill('lavr');
  await Promise.all([page.waitForURL(/find=lavr/), page.locator('.find button').click()]);
  const found = await page.locator('.values .label').allTextContents();
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(all);
  expect(found.every((name) => /lavr/i.test(name))).toBe(true);
  await Promise.all([page.waitForURL(/\/\?.*person=/), page.locator('.values a').first().click()]);
  expect(await page.locator('.results li article').count()).toBeGreaterThan(0);
  await context.close();
});

test('a period is one click', async () => {
  const { page, context } = await open('/?ui-lang=en', { viewport: { width: 1280, height: 900 } });
  await Promise.all([
    page.waitForURL(/from-date=\d{4}-\d\d-\d\d$/),
    page.locator('.periods a').last().click(),
  ]);
  expect(await page.locator('.periods [aria-current]').count()).toBe(1);
  await context.close();
});
