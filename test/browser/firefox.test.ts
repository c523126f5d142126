import { describe, expect, test } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { enlargeScript } from '../support/axe.ts';
import { readers } from '../support/firefox.ts';
import { pageStates } from '../support/page-states.ts';
import { focused, sideways } from './checks.ts';
import {
  countRole,
  field,
  findings,
  firefox,
  follow,
  hosts,
  openFirefox,
  option,
  travel,
  type,
} from './in-firefox.ts';

if (typeof firefox === 'string') test.todo(`Firefox is not tried: ${firefox}`);
else
  describe('in Firefox', () => {
    const open = openFirefox(readers.plain);

    test.each(pageStates)(
      '%s: axe, complaints, landmarks, 320 px, 200 %% text, keyboard',
      async (_name, path) => {
        const { page, complaints } = await open(path);
        await page.waitForSelector(field);
        expect(await findings(page)).toEqual([]);
        expect(
          await Promise.all(['main', 'banner', 'contentinfo'].map((role) => countRole(page, role))),
        ).toEqual([1, 1, 1]);
        await walk(page);
        expect(await page.evaluate(sideways)).toBe(0);
        await page.setViewport({ width: 320, height: 640 });
        expect(await page.evaluate(sideways)).toBe(0);
        await page.setViewport({ width: 640, height: 844 });
        await page.evaluate(enlargeScript);
        expect(await page.evaluate(sideways)).toBe(0);
        expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
        await page.close();
      },
    );

    test('the keyboard alone leads to suggestions and filters', async () => {
      const { page } = await open('/?ui-lang=en');
      await type(page, 'lavrov');
      await page.waitForSelector(option);
      await page.keyboard.press('ArrowDown');
      await follow(page, () => page.keyboard.press('Enter'));
      expect(page.url()).toMatch(/\/people\/.*ui-lang=en/);
      await page.goto(new URL('/?q=lighthouse', page.url()).href);
      await page.waitForSelector(field);
      await page.focus(field);
      const inFilters = () => page.evaluate(() => document.activeElement?.closest('.filters') !== null);
      let tabs = 0;
      while (tabs < 13 && !(await inFilters())) {
        await page.keyboard.press('Tab');
        tabs += 1;
      }
      expect(tabs).toBeLessThanOrEqual(12);
      await page.close();
    });

    test('on a phone the sheet of filters opens and closes with keys, and the first result stands high', async () => {
      const { page } = await open('/?q=lavrov', 390);
      const top = await page.$eval('.results > li', (item) => item.getBoundingClientRect().top);
      expect(top).toBeLessThanOrEqual(420);
      await page.focus('.to-filters');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.filters:popover-open');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.filters:not(:popover-open)');
      await page.close();
    });

    test('back and forward lead to what was typed and found', async () => {
      const { page } = await open('/demo/strict');
      await type(page, 'lighthouse');
      await follow(page, () => page.keyboard.press('Enter'));
      await travel(page, -1, '/demo/strict');
      await page.waitForSelector(field);
      expect(await page.$eval(field, (input) => Reflect.get(input, 'value'))).toBe('lighthouse');
      await travel(page, 1, 'q=lighthouse');
      expect(await page.$$eval('.results li article', (all) => all.length)).toBeGreaterThan(0);
      await page.close();
    });

    test.each(hosts)('the box on the page “%s”: suggestions on top, 320 px, keyboard', async (name) => {
      const { page, complaints } = await open(`/demo/${name}`);
      await type(page, 'lavrov');
      await page.waitForSelector(option);
      const last = await page.$$eval(option, (lines) => {
        const { left, top, height } = lines.at(-1)?.getBoundingClientRect() ?? new DOMRect();
        return document.elementFromPoint(left + 20, top + height / 2)?.localName;
      });
      expect(last).toBe('dateline-search');
      await page.keyboard.press('ArrowDown');
      await page.waitForSelector('dateline-search >>> [aria-selected=true]');
      await page.keyboard.press('Escape');
      await page.setViewport({ width: 320, height: 640 });
      expect(await page.evaluate(sideways)).toBe(0);
      expect(complaints).toEqual([]);
      await page.close();
    });

    test('controls of a form, and presets, are sent', async () => {
      const { page } = await open('/demo/form');
      await page.waitForSelector(field);
      await page.select('select[name=lang]', 'zh');
      await type(page, 'lighthouse');
      await follow(page, () => page.keyboard.press('Enter'));
      const sent = new URL(page.url()).searchParams;
      expect([sent.getAll('agency'), sent.get('lang'), sent.get('from-date')]).toEqual([
        ['xinhua', 'tass'],
        'zh',
        '2019',
      ]);
      await page.close();
    });
  });

/** The first thirty stops of the Tab key: each is seen to have the focus. */
const walk = async (page: Page): Promise<void> => {
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focused);
    if (at) expect(at).toMatchObject({ seen: true });
  }
};
