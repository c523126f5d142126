import { expect, test } from '@jest/globals';
import { demoPages } from '../../api/web/demo/pages.ts';
import { enlargeScript } from '../support/axe.ts';
import type { TestBrowser } from '../support/browser.ts';
import { pageStates } from '../support/page-states.ts';
import { openWebInBrowser, type SharedPages } from '../support/web-in-browser.ts';
import { focused, moving, sideways, vanished } from './checks.ts';

const isLong = Boolean(process.env.DATELINE_LONG_TESTS);
let service: SharedPages;
let browser: TestBrowser;
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});

/** The long form looks at every page and at every page of others. */
const pages = isLong
  ? pageStates
  : pageStates.filter(([name]) => name === 'results' || name === 'a timeline');
const hosts = demoPages.map(({ name }) => name).filter((name) => isLong || name === 'form');

const open = async (path: string, options = {}) => {
  const opened = await browser.open({ viewport: { width: 1280, height: 800 }, ...options });
  await opened.page.goto(service.url + path);
  return opened;
};

test.each(pages)('a screen reader finds its way on %s', async (_name, path) => {
  const { page, context } = await open(path);
  await page.locator('dateline-search input[role=combobox]').first().waitFor();
  const lines = (await page.locator('body').ariaSnapshot()).split('\n').map((line) => line.trim());
  for (const landmark of ['- banner:', '- main:', '- contentinfo:'])
    expect([landmark, lines.filter((line) => line === landmark).length]).toEqual([landmark, 1]);
  const levels = lines.flatMap((line) =>
    line.startsWith('- heading ') ? [/level=(\d)/.exec(line)?.[1]] : [],
  );
  expect([levels[0], levels.filter((level) => level === '1').length]).toEqual(['1', 1]);
  const nameless = lines.filter((line) =>
    /^- (link|button|combobox|textbox|checkbox|img)(:| \[|$)/.test(line),
  );
  expect(nameless).toEqual([]);
  await context.close();
});

test.each(pages)('the Tab key alone shows where it is on %s', async (_name, path) => {
  const { page, context } = await open(path);
  await page.locator('dateline-search input[role=combobox]').first().waitFor();
  const stops = new Set<string>();
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focused);
    if (!at) break;
    expect(at).toMatchObject({ seen: true });
    stops.add(at.what);
  }
  expect(stops.size).toBeGreaterThan(10);
  await context.close();
});

test.each(pages)('%s: forced colours, no motion', async (_name, path) => {
  const { page, context } = await open(path, { forcedColors: 'active', reducedMotion: 'reduce' });
  expect(await page.evaluate(vanished)).toEqual([]);
  const sheet = page.locator('.to-timeline, .to-filters').filter({ visible: true });
  if ((await sheet.count()) > 0) await sheet.first().click();
  expect(await page.evaluate(moving)).toBe(0);
  await context.close();
});

test.each(pages)('%s is whole without scripts', async (_name, path) => {
  const { page, context } = await open(path, {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  expect(await page.locator('h1').count()).toBe(1);
  await page.locator('input[name=q]').first().fill('lighthouse');
  await Promise.all([page.waitForURL(/q=lighthouse/), page.locator('.search button').click()]);
  expect(await page.locator('.results').or(page.locator('.nothing, .problem')).count()).toBeGreaterThan(0);
  await Promise.all([page.waitForURL(service.url + path), page.goBack()]);
  await context.close();
});

test.each(hosts)(
  'the box on the page “%s”: forced colours, 320 px, 200 %% text, as a screen reader hears it',
  async (name) => {
    const { page, context } = await open(`/demo/${name}`, {
      forcedColors: 'active',
      viewport: { width: 320, height: 640 },
    });
    const box = page.locator('dateline-search').first();
    await box.locator('input[role=combobox]').fill('lavrov');
    await box.locator('[role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = box.locator('[aria-selected=true]');
    const look = (element: Element) => {
      const { color, backgroundColor, outlineStyle } = getComputedStyle(element);
      return { seen: color !== backgroundColor, outlineStyle };
    };
    expect(await chosen.evaluate(look)).toEqual({ seen: true, outlineStyle: 'solid' });
    expect(await box.locator('button').first().evaluate(look)).toMatchObject({ seen: true });
    expect(await page.evaluate(sideways)).toBe(0);
    const heard = await box.ariaSnapshot();
    expect(heard).toMatch(/- combobox ".+" \[expanded\]: lavrov/);
    expect(heard).toMatch(/- listbox ".+":\n(.*\n)*.*- option ".+" \[selected\]/);
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(enlargeScript);
    expect(await page.evaluate(sideways)).toBe(0);
    await context.close();
  },
);
