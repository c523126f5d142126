import { expect, test } from '@jest/globals';
import type { TestBrowser } from '../support/browser.ts';
import { documentOf } from '../support/documents.ts';
import { openWebInBrowser, type SharedPages } from '../support/web-in-browser.ts';

let service: SharedPages;
let browser: TestBrowser;
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});

const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml' } };

test('an unknown address is a page for a browser and JSON for a program', async () => {
  for (const path of ['/nowhere', '/articles/a/b/c', '/values/colour']) {
    const answer = await fetch(service.url + path, asBrowser);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  }
  const answer = await fetch(`${service.url}/nowhere`, { headers: { accept: 'application/json' } });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const api = await fetch(`${service.url}/v1/nowhere`, asBrowser);
  expect(api.headers.get('content-type')).toContain('application/problem+json');
});

test('a mended query is offered with what it finds; dates are read as they are written', async () => {
  const { page, context } = await browser.open();
  await page.goto(`${service.url}/?q=(lighthouse&ui-lang=en`);
  expect(await page.locator('.problem .count').textContent()).toMatch(/\d+ articles?/);
  await page.goto(`${service.url}/?from-date=31/12/2018&ui-lang=en`);
  expect(await page.locator('input[name=from-date]').first().inputValue()).toBe('2018-12-31');
  await page.goto(`${service.url}/?from-date=03/04/2019&ui-lang=en`);
  await Promise.all([
    page.waitForURL(/from-date=2019-0[34]-0[34]/),
    page.locator('.problem .inline a').first().click(),
  ]);
  await context.close();
});

test('an article tells its source and its corrections at the top, and how to share and cite it', async () => {
  const text = { body: 'First words of a text without any title.', url: 'https://source.example/a?b=1' };
  await service.index([documentOf({ id: 'untitled', title: '', ...text, revision: 2 })]);
  const { page, context, complaints } = await browser.open();
  await page.goto(`${service.url}/articles/untitled?ui-lang=en`);
  expect(await page.locator('h1').textContent()).toContain('First words');
  expect(await page.locator('header .source a').getAttribute('href')).toBe('https://source.example/a?b=1');
  expect(await page.locator('header .note').textContent()).toContain('Corrected');
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({
    '@type': 'NewsArticle',
    isBasedOn: 'https://source.example/a?b=1',
  });
  await page.locator('.cite summary').click();
  expect(await page.locator('.citation').textContent()).toContain('First words');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('.share button').click();
  await page.getByText('The address is copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${service.url}/articles/untitled`);
  for (const [format, start] of [
    ['bibtex', '@online{untitled'],
    ['ris', 'TY  - NEWS'],
  ])
    expect(await (await fetch(`${service.url}/articles/untitled/cite?format=${format}`)).text()).toContain(
      start,
    );
  await page.goto(`${service.url}/?q="without any title"&ui-lang=en`);
  expect(await page.locator('.results h2 a').first().textContent()).toContain('First words');
  expect(complaints).toEqual([]);
  await context.close();
});

test('who runs it, whose texts it holds and what browsers ask for by themselves', async () => {
  const { page, context } = await browser.open();
  await page.goto(`${service.url}/sources?ui-lang=en`);
  expect(await page.locator('.trust tbody tr').count()).toBeGreaterThan(3);
  for (const path of ['/favicon.svg', '/opensearch.xml', '/manifest.webmanifest', '/sitemap-people.xml'])
    expect((await fetch(service.url + path)).status).toBe(200);
  expect(await (await fetch(`${service.url}/opensearch.xml`)).text()).toContain(
    `${service.url}/?q={searchTerms}`,
  );
  await page.goto(service.url);
  expect(await page.locator('link[rel=alternate][hreflang]').count()).toBeGreaterThan(9);
  expect(await page.locator('link[rel=alternate][type="application/rss+xml"]').count()).toBe(1);
  await context.close();
});

test('a page that has not changed is not sent again', async () => {
  const first = await fetch(`${service.url}/?q=lighthouse`, asBrowser);
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(`${service.url}/?q=lighthouse`, {
    headers: { ...asBrowser.headers, 'if-none-match': etag },
  });
  expect(etag).not.toBe('');
  expect(again.status).toBe(304);
});

test('the API’s page has forms and links to try, under the same strict policy', async () => {
  const { page, context, complaints } = await browser.open();
  await page.goto(`${service.url}/docs`);
  expect(await page.locator('.docs section').count()).toBeGreaterThan(20);
  await page.locator('#search .find input').fill('lighthouse');
  await Promise.all([
    page.waitForURL(/\/v1\/articles\?q=lighthouse/),
    page.locator('#search .find button').click(),
  ]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('where the network is gone, a page of ours says so; the API is left alone', async () => {
  const { page, context, complaints } = await browser.open({ serviceWorkers: 'allow', locale: 'fr-FR' });
  await page.goto(service.url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  expect(complaints).toEqual([]);
  await context.setOffline(true);
  await page.goto(`${service.url}/?q=lighthouse`);
  expect(await page.locator('.problem h1').textContent()).toBe('Vous êtes hors ligne');
  await expect(page.goto(`${service.url}/v1/articles`)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(false);
  await page.goto(`${service.url}/?q=lighthouse`);
  expect(await page.locator('.results li article').count()).toBeGreaterThan(0);
  await context.close();
});
