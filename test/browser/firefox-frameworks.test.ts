import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readers } from '../support/firefox.ts';
import { type Hosts, serveHosts } from '../support/serve-hosts.ts';
import { readSharedWeb } from '../support/shared-web.ts';
import { field, firefox, follow, openFirefox, option, type } from './in-firefox.ts';

const names = ['react', 'vue', 'svelte', 'plain'];

if (typeof firefox === 'string') test.todo(`Firefox is not tried: ${firefox}`);
else
  describe('in Firefox', () => {
    const { url } = readSharedWeb();
    const open = openFirefox(readers.plain);
    let served: Hosts;
    beforeAll(async () => {
      served = await serveHosts(names);
    });
    afterAll(() => served.close());

    test.each(names.flatMap((name) => [[name, ''] as const, [name, '&late'] as const]))(
      'on a page of %s%s: changes arrive, what is typed stays, it goes and comes again',
      async (name, order) => {
        const { page, complaints } = await open('/about');
        await page.goto(`${served.url}/${name}?src=${url}${order}`);
        const typed = () => page.$eval(field, (input) => Reflect.get(input, 'value'));
        await type(page, 'lavro');
        await page.waitForSelector(option);
        await page.click('#change');
        await page.click('#redraw');
        expect(await page.$eval('dateline-search', (box) => box.getAttribute('agency'))).toBe('xinhua');
        expect(await typed()).toBe('lavro');
        await page.click('#toggle');
        expect(await page.$$('dateline-search')).toEqual([]);
        await page.click('#toggle');
        await page.waitForSelector(field);
        await page.$eval(field, (input) => Reflect.set(input, 'value', ''));
        await type(page, 'lighthouse');
        expect(complaints).toEqual([]);
        await follow(page, () => page.keyboard.press('Enter'));
        const sent = new URL(page.url());
        expect([sent.origin, sent.searchParams.get('q'), sent.searchParams.getAll('agency')]).toEqual([
          url,
          'lighthouse',
          ['xinhua'],
        ]);
        await page.close();
      },
    );
  });
