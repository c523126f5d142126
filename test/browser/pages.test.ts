import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import type { SearchService } from '../support/search-service.ts';
import { openWebInBrowser } from '../support/web-in-browser.ts';

let service: SearchService;
let browser: TestBrowser;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});

const violations = async (page: Page): Promise<readonly string[]> => {
  // Through the debugger, as the pages' own policy lets no foreign script in.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: {
        run: (
          where: Document,
          options: unknown,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await run.run(document, { resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
};

const states = [
  ['the start', '/'],
  ['results', '/?q=lavrov'],
  ['results in Arabic', '/?q=%D9%84%D8%A7%D9%81%D8%B1%D9%88%D9%81&ui-lang=ar'],
  ['results in Chinese', '/?q=%E7%8E%8B%E6%AF%85&ui-lang=zh'],
  ['every value of a facet', '/values/agency?lang=en&find=r'],
  ['a filtered search', '/?agency=xinhua&lang=zh&from-date=2020'],
  ['translations', '/?q=lighthouse&translate=all'],
  ['results in Persian', '/?q=lighthouse&ui-lang=fa'],
  ['nothing found', '/?q=qwertzuiop'],
  ['a query that cannot be read', '/?q=%22open'],
  ['a parameter that cannot be used', '/?colour=red'],
  ['a date that is none', '/?q=lavrov&from-date=20x'],
  ['most of the words', '/?q=lighthouse+nobody&match=any'],
  ['stories', '/?q=lighthouse&collapse=story'],
  ['an article', '/articles/passes-1'],
  ['its versions', '/articles/passes-1/versions'],
  ['an Arabic article', '/articles/ar-ijtima-alqahira-html'],
  ['a person', '/people/dl:sergei-lavrov'],
  ['no article', '/articles/nowhere'],
  ['no such address', '/nowhere'],
  ['who runs it', '/about'],
  ['the sources', '/sources'],
  ['the API', '/docs'],
  ['the demo', '/demo'],
] as const;

describe.each([
  ['on a desk', { width: 1280, height: 800 }, 'light'],
  ['on a phone of 320 px, in the dark', { width: 320, height: 640 }, 'dark'],
] as const)('%s', (_name, viewport, colorScheme) => {
  test.each(states)(
    '%s has no axe violation, no complaint and no sideways scrolling',
    async (_state, path) => {
      const { page, context, complaints } = await browser.open({ viewport, colorScheme });
      const answer = await page.goto(service.url + path);
      expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
      await page.locator('dateline-search input[role=combobox]').first().waitFor();
      expect(await violations(page)).toEqual([]);
      const room = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(room).toBeLessThanOrEqual(0);
      expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
      await context.close();
    },
  );
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
    await page.locator('.alert form').waitFor();
    expect(await violations(page)).toEqual([]);
  }
  await context.close();
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
