import { expect, test } from '@jest/globals';
import type { TestBrowser } from '../support/browser.ts';
import { openWebInBrowser, type SharedPages } from '../support/web-in-browser.ts';

let service: SharedPages;
let browser: TestBrowser;
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});

const search = '/?q=lavrov&agency=xinhua&lang=zh&lang=ru&ui-lang=de';

test('a search is saved as an alert beside its results, and its feed shown', async () => {
  const { page, context, complaints } = await browser.open();
  await page.goto(service.url + search);
  await page.locator('[popovertarget=follow]').click();
  await page.locator('.alert summary').click();
  await page.locator('.alert input[name=key]').fill('no-key-of-ours-at-all');
  await page.locator('.save-alert button').click();
  await page.locator('.alert .saved:has-text("key")').waitFor();
  await page.locator('.alert input[name=key]').fill(service.key);
  await page.locator('.save-alert button').click();
  const feed = page.locator('.alert .saved a');
  await feed.first().waitFor();
  expect(await feed.allTextContents()).toEqual(['rss', 'atom', 'jsonfeed']);
  expect((await fetch((await feed.first().getAttribute('href')) ?? '')).status).toBe(200);
  const headers = { 'api-key': service.key };
  expect(await (await fetch(`${service.url}/v1/alerts`, { headers })).json()).toMatchObject({
    total: 1,
    results: [{ name: 'lavrov', query: { q: 'lavrov', agency: 'xinhua', lang: ['zh', 'ru'] } }],
  });
  expect(complaints.filter((text) => !/status of 401/.test(text))).toEqual([]);
  await context.close();
});

test('without scripts the panel tells the feeds and a request that can be copied', async () => {
  const { page, context } = await browser.open({ javaScriptEnabled: false });
  await page.goto(`${service.url}/?q=it's%20%22so%22`);
  await page.locator('[popovertarget=follow]').click();
  await page.locator('.alert summary').click();
  expect(await page.locator('.alert .save-alert').isVisible()).toBe(false);
  expect(await page.locator('.alert .feeds a').allTextContents()).toEqual(['RSS', 'Atom', 'JSON Feed']);
  const request = (await page.locator('.alert pre').textContent()) ?? '';
  expect(request).toContain(`${service.url}/v1/alerts`);
  // As a shell reads it.
  const body = /-d '(.*)'$/.exec(request)?.[1]?.replaceAll("'\\''", "'") ?? '';
  expect(JSON.parse(body)).toEqual({ name: `it's "so"`, query: { q: `it's "so"` } });
  await context.close();
});

test('where nothing has been searched for, there is nothing to be told of', async () => {
  const { page, context } = await browser.open();
  await page.goto(service.url);
  expect(await page.locator('.alert').count()).toBe(0);
  await context.close();
});
