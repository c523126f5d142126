import { expect, test } from '@jest/globals';
import type { TestBrowser } from '../support/browser.ts';
import { openWebInBrowser, type SharedPages } from '../support/web-in-browser.ts';

let service: SharedPages;
let browser: TestBrowser;
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});

const pages = [
  ['a search', '/?q=lavrov&agency=xinhua&lang=zh&lang=ru&ui-lang=en'],
  ['a person', '/people/dl:sergei-lavrov?ui-lang=en'],
] as const;

test.each(
  pages.flatMap(([what, path]) =>
    [true, false].map((scripts) => [what, scripts ? 'with' : 'without', path] as const),
  ),
)('%s is followed by e-mail from the keyboard, %s scripts', async (_what, scripts, path) => {
  const { page, context, complaints } = await browser.open({ javaScriptEnabled: scripts === 'with' });
  await page.goto(service.url + path);
  await page.locator('[popovertarget=follow]').focus();
  await page.keyboard.press('Enter');
  const address = page.locator('form.follow input[type=email]');
  await address.focus();
  // An address that the browser takes and we do not.
  await page.keyboard.type('reader@localhost');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('form.follow .refused').waitFor();
  expect(new URL(page.url()).search).toBe('');
  const again = page.locator('main form.follow');
  expect(await again.locator('select').inputValue()).toBe('hourly');
  await again.locator('input[type=email]').fill('reader@mail.example');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/subscriptions/sent?*');
  expect(await page.locator('h1').textContent()).toBe('Check your e-mail');
  // The refused form is an answer of 400.
  expect(complaints.filter((text) => !/status of 400/.test(text))).toEqual([]);
  await context.close();
});

test('the form keeps every filter of its search, and fits a narrow page', async () => {
  const { page, context } = await browser.open({ viewport: { width: 320, height: 640 } });
  await page.goto(service.url + pages[0][1]);
  await page.locator('[popovertarget=follow]').click();
  const hidden = page.locator('form.follow input[type=hidden]');
  expect(
    await hidden.evaluateAll((fields) =>
      fields.map((field) => [field.getAttribute('name'), field.getAttribute('value')]),
    ),
  ).toEqual([
    ['q', 'lavrov'],
    ['agency', 'xinhua'],
    ['lang', 'zh'],
    ['lang', 'ru'],
    ['ui-lang', 'en'],
  ]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  await context.close();
});
