import { expect, test } from '@jest/globals';
import type { TestBrowser } from '../support/browser.ts';
import { openWebInBrowser, type SharedPages } from '../support/web-in-browser.ts';

let service: SharedPages;
let browser: TestBrowser;
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});

test('all of it works without scripts: search, filter, open, back', async () => {
  const { page, context } = await browser.open({ javaScriptEnabled: false });
  await page.goto(service.url);
  await page.locator('input[name=q]').fill('lighthouse');
  await page.locator('.search button').click();
  const before = await page.locator('.results li article').count();
  expect(before).toBeGreaterThan(1);
  await page.locator('[aria-labelledby=facet-agency] a').first().click();
  expect(await page.locator('.filters [aria-current]').count()).toBeGreaterThan(0);
  await page.locator('.results h2 a').first().click();
  expect(await page.locator('.text p').count()).toBeGreaterThan(1);
  await page.goBack();
  await page.goBack();
  expect(await page.locator('.results li article').count()).toBe(before);
  await context.close();
});

test('dragging across the timeline narrows the search to that span', async () => {
  const { page, context } = await browser.open({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${service.url}/`);
  await page.waitForLoadState('networkidle');
  const box = await page.locator('svg.bars').boundingBox();
  if (!box) throw new Error('no timeline');
  await page.mouse.move(box.x + box.width * 0.3, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + 30, { steps: 5 });
  await Promise.all([page.waitForURL(/from-date=.*to-date=/), page.mouse.up()]);
  expect(await page.locator('.results li article').count()).toBeGreaterThan(0);
  await context.close();
});

test('what is wrong with a search is said in the reader’s language, at its place, and the rest is kept', async () => {
  const { page, context } = await browser.open();
  await page.goto(`${service.url}/?q=%28%D9%84%D8%A7%D9%81%D8%B1%D9%88%D9%81&agency=tass&ui-lang=ar`);
  expect(await page.locator('.problem dd').last().textContent()).toBe('قوس إغلاق');
  await page.goto(`${service.url}/?q=lavrov&from-date=20x&lang=en&ui-lang=fr`);
  expect(await page.locator('.problem').textContent()).toContain('un jour, un mois ou une année');
  const from = page.locator('.problem input[inputmode=numeric]').first();
  expect(await from.inputValue()).toBe('20x');
  await from.fill('2020');
  await Promise.all([page.waitForURL(/from-date=2020/), from.press('Enter')]);
  expect(new URL(page.url()).search).toMatch(/q=lavrov.*lang=en.*ui-lang=fr|lang=en.*ui-lang=fr.*q=lavrov/);
  expect(await page.locator('.results li article').count()).toBeGreaterThan(0);
  await context.close();
});

test('where nothing is found, fewer words and fewer filters are a click away', async () => {
  const { page, context } = await browser.open();
  await page.goto(`${service.url}/?q=lighthouse+qwertzuiop&agency=reuters`);
  const offers = page.locator('.nothing a');
  expect(await offers.count()).toBe(2);
  await Promise.all([page.waitForURL(/match=any/), offers.first().click()]);
  expect(await page.locator('.results li article').count()).toBeGreaterThan(0);
  await context.close();
});

test('foreign names stand at the reader’s side of a list', async () => {
  const { page, context } = await browser.open({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${service.url}/?ui-lang=ar`);
  const ends = await page.locator('.filters .label').evaluateAll((labels) =>
    labels.map((label) => {
      const range = document.createRange();
      range.selectNodeContents(label);
      return Math.round(range.getBoundingClientRect().right - label.getBoundingClientRect().right);
    }),
  );
  expect(new Set(ends)).toEqual(new Set([0]));
  await context.close();
});

test('printed are the articles, without what only a screen has', async () => {
  const { page, context } = await browser.open({ colorScheme: 'dark' });
  await page.goto(`${service.url}/?q=lavrov`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(
    await page.locator('dateline-search, .filters, .tools, footer').filter({ visible: true }).count(),
  ).toBe(0);
  expect(await page.locator('.results h2 a').first().isVisible()).toBe(true);
  const ink = await page
    .locator('.results h2 a')
    .first()
    .evaluate((link) => getComputedStyle(link).color);
  expect(ink).toBe('rgb(28, 27, 25)');
  await context.close();
});

test('the page speaks the reader’s language', async () => {
  const { page, context } = await browser.open({ locale: 'ja-JP' });
  await page.goto(service.url);
  expect(await page.locator('html').getAttribute('lang')).toBe('ja');
  expect(await page.locator('.filters h2').textContent()).toBe('絞り込み');
  await context.close();
});

test('crawlers stay out of the maze and may read articles', async () => {
  const { page, context } = await browser.open();
  await page.goto(`${service.url}/?q=lavrov`);
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  const facets = await page
    .locator('.filters section a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('rel')));
  expect(new Set(facets)).toEqual(new Set(['nofollow']));
  await page.goto(`${service.url}/articles/passes-1`);
  expect(await page.locator('meta[name=robots]').count()).toBe(0);
  expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
    `${service.url}/articles/passes-1`,
  );
  await context.close();
});

test('HTML in an article is text on its page', async () => {
  const { documentOf } = await import('../support/documents.ts');
  const body = '<img src=x onerror=alert(1)> & <script>alert(2)</script> <mark>zebra</mark>';
  await service.index([
    documentOf({
      id: 'hostile',
      title: '</title><script>alert(3)</script>',
      body,
      url: 'javascript:alert(4)',
    }),
  ]);
  const { page, context, complaints } = await browser.open();
  for (const path of ['/articles/hostile', '/?q=zebra']) {
    await page.goto(service.url + path);
    expect(await page.locator('main script, main img, a[href^=javascript]').count()).toBe(0);
  }
  expect(await page.locator('.results').textContent()).toContain('<img');
  expect(complaints).toEqual([]);
  await context.close();
});
