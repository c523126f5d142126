import { describe, expect, test } from '@jest/globals';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import { openWebInBrowser, type SharedPages } from '../support/web-in-browser.ts';

let service: SharedPages;
let browser: TestBrowser;
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});

const input = (page: Page) => page.locator('dateline-search').first().locator('input[role=combobox]');
const options = (page: Page) => page.locator('dateline-search').first().locator('[role=option]');
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** A finger that goes over points of the page; the browser makes pointer events, scrolling or a click of it. */
const swipe = async (
  context: BrowserContext,
  page: Page,
  points: readonly { readonly x: number; readonly y: number }[],
): Promise<void> => {
  const session = await context.newCDPSession(page);
  const [first, ...rest] = points;
  if (!first) return;
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [first] });
  for (const point of rest)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
};

/** A tap on what still glides after a swipe only stops it, so a test that taps next waits here. */
const atRest = (list: Locator): Promise<void> =>
  list.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const look = (before: number) =>
          element.scrollTop === before ? resolve() : setTimeout(look, 250, element.scrollTop);
        look(-1);
      }),
  );

describe('with fingers alone', () => {
  test('a suggestion is tapped, and every line is big enough for it', async () => {
    const { page, context, complaints } = await browser.open(phone);
    await page.goto(service.url);
    await input(page).tap();
    await page.keyboard.type('lavrov', { delay: 10 });
    await options(page).first().waitFor();
    for (const line of await options(page).all())
      expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await Promise.all([page.waitForURL(/\/people\//), options(page).first().tap()]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('scrolling the list chooses nothing and closes nothing; a tap beside it closes it', async () => {
    const { page, context } = await browser.open({ ...phone, viewport: { width: 360, height: 300 } });
    await page.goto(service.url);
    await input(page).tap();
    await page.keyboard.type('an', { delay: 10 });
    await options(page).nth(3).waitFor();
    const list = page.locator('dateline-search [part=list]').first();
    const box = await list.boundingBox();
    if (!box) throw new Error('no list');
    const x = box.x + 60;
    await swipe(
      context,
      page,
      [140, 110, 80, 50, 20].map((y) => ({ x, y: box.y + y })),
    );
    await page.waitForTimeout(300);
    await atRest(list);
    expect(await list.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await input(page).getAttribute('aria-expanded')).toBe('true');
    await page.touchscreen.tap(300, 20);
    await page.locator('dateline-search input[aria-expanded=false]').first().waitFor();
    await context.close();
  });

  test('a span of the timeline is dragged, one bar is tapped', async () => {
    const { page, context } = await browser.open(phone);
    await page.goto(service.url);
    await page.waitForLoadState('networkidle');
    const chart = page.locator('svg.bars');
    await page.locator('.to-timeline').tap();
    const box = await chart.boundingBox();
    if (!box) throw new Error('no timeline');
    const at = (part: number) => ({ x: box.x + box.width * part, y: box.y + box.height / 2 });
    await Promise.all([
      page.waitForURL(/from-date=.*to-date=/),
      swipe(context, page, [0.2, 0.3, 0.5, 0.7, 0.8].map(at)),
    ]);
    expect(await page.locator('.results li article').count()).toBeGreaterThan(0);
    await page.goBack();
    await page.locator('.to-timeline').tap();
    const bar = page.locator('svg.bars a').first();
    await Promise.all([page.waitForURL(/from-date=/), bar.tap({ force: true })]);
    await context.close();
  });
});

describe('on a slow line', () => {
  const slowly = async (context: BrowserContext, page: Page, latency: number) => {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const throughput = 20_000;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  };

  test('one types before the box has come, and goes on in it', async () => {
    const { page, context } = await browser.open();
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/search-box.*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${service.url}/demo/strict`, { waitUntil: 'commit' });
    await page.locator('input[name=q]').pressSequentially('lavr');
    await page.keyboard.press('ArrowLeft');
    release();
    await input(page).waitFor();
    await options(page).first().waitFor();
    await page.keyboard.type('x');
    expect(await input(page).inputValue()).toBe('lavxr');
    await context.close();
  });

  test('a search does not wait for suggestions, and Enter sends what stands in the field', async () => {
    const { page, context } = await browser.open();
    await page.goto(service.url);
    await input(page).pressSequentially('lavrov', { delay: 10 });
    await options(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await slowly(context, page, 1000);
    await page.keyboard.type(' lighthouse');
    expect(await input(page).getAttribute('aria-activedescendant')).toBeNull();
    await Promise.all([
      page.waitForURL(/q=lavrov\+lighthouse/, { waitUntil: 'commit' }),
      page.keyboard.press('Enter'),
    ]);
    await context.close();
  });

  test('suggestions come late and still fit; a service that says nothing is given up', async () => {
    const { page, context } = await browser.open();
    await page.goto(`${service.url}/demo/strict`);
    await input(page).waitFor();
    await slowly(context, page, 800);
    await input(page).pressSequentially('lavrov', { delay: 10 });
    await options(page).first().waitFor();
    expect(await page.locator('dateline-search mark').first().textContent()).toMatch(/lavrov/i);
    await page.route('**/v1/suggest*', () => {});
    await page.keyboard.type('a');
    const status = page.locator('dateline-search [role=status]').first();
    await status.filter({ hasText: 'Eingabe' }).waitFor({ timeout: 8000 });
    expect(await input(page).getAttribute('aria-expanded')).toBe('false');
    await context.close();
  });

  test('the page says that it is working where the answer takes long', async () => {
    const { page, context } = await browser.open();
    await page.goto(service.url);
    await page.waitForLoadState('networkidle');
    await page.route(/q=lighthouse/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue().catch(() => {});
    });
    // A page that is being left answers no questions: it notes down itself what it shows.
    await page.evaluate(() => {
      new MutationObserver(() => {
        sessionStorage.setItem('shown', document.documentElement.className);
      }).observe(document.documentElement, { attributeFilter: ['class'] });
    });
    await input(page).fill('lighthouse');
    await Promise.all([page.waitForURL(/q=lighthouse/), page.keyboard.press('Enter')]);
    expect(await page.evaluate(() => sessionStorage.getItem('shown'))).toBe('waiting');
    expect(await page.locator('html.waiting').count()).toBe(0);
    await context.close();
  });
});

test('an empty field in Arabic has its words on the right and its frame all around', async () => {
  const { page, context } = await browser.open();
  await page.goto(`${service.url}/?ui-lang=ar`);
  await input(page).waitFor();
  const looks = () =>
    input(page).evaluate((element) => {
      const { direction, borderRightWidth, borderTopRightRadius } = getComputedStyle(element);
      return { direction, borderRightWidth, borderTopRightRadius };
    });
  expect(await looks()).toEqual({ direction: 'rtl', borderRightWidth: '1px', borderTopRightRadius: '4px' });
  await input(page).fill('lavrov');
  expect(await looks()).toEqual({ direction: 'ltr', borderRightWidth: '1px', borderTopRightRadius: '4px' });
  await context.close();
});
