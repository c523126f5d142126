import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestBrowser } from '../support/browser.ts';
import { type Hosts, serveHosts } from '../support/serve-hosts.ts';
import { openWebInBrowser, type SharedPages } from '../support/web-in-browser.ts';

/** The long form puts the box on pages of other origins that frameworks draw. */
const hosts = process.env.DATELINE_LONG_TESTS ? ['react', 'vue', 'svelte', 'plain'] : ['plain'];
let service: SharedPages;
let browser: TestBrowser;
let served: Hosts;
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});
beforeAll(async () => {
  served = await serveHosts(hosts);
});
afterAll(() => served.close());

test.each(hosts.flatMap((host) => [[host, ''] as const, [host, '&late'] as const]))(
  'on a page of %s%s: changes arrive, what is typed stays, it goes and comes again',
  async (host, order) => {
    const { page, context, complaints } = await browser.open();
    await page.goto(`${served.url}/${host}?src=${service.url}${order}`);
    const input = page.locator('dateline-search input[role=combobox]');
    await input.fill('lavro');
    await page.locator('dateline-search [role=option]').first().waitFor();
    await page.locator('#change').click();
    await page.locator('#redraw').click();
    expect(await page.locator('dateline-search').getAttribute('agency')).toBe('xinhua');
    expect(await input.inputValue()).toBe('lavro');
    await page.locator('#toggle').click();
    expect(await page.locator('dateline-search').count()).toBe(0);
    await page.locator('#toggle').click();
    await input.fill('lighthouse');
    expect(complaints).toEqual([]);
    await Promise.all([page.waitForURL(/q=lighthouse/), input.press('Enter')]);
    const sent = new URL(page.url());
    expect([sent.origin, sent.searchParams.getAll('agency'), sent.searchParams.get('from-date')]).toEqual([
      service.url,
      ['xinhua'],
      '2019',
    ]);
    await context.close();
  },
);
