import { describe, expect, test } from '@jest/globals';
import { readers } from '../support/firefox.ts';
import { pageStates } from '../support/page-states.ts';
import { moving, vanished } from './checks.ts';
import {
  field,
  findings,
  firefox,
  follow,
  hosts,
  media,
  openFirefox,
  option,
  travel,
  type,
} from './in-firefox.ts';

if (typeof firefox === 'string') test.todo(`Firefox is not tried: ${firefox}`);
else {
  describe('in Firefox, in the dark', () => {
    const open = openFirefox(readers.dark);
    test.each(pageStates)('%s', async (_name, path) => {
      const { page } = await open(path, 390);
      await page.waitForSelector(field);
      expect(await media(page, '(prefers-color-scheme: dark)')).toBe(true);
      expect(await findings(page)).toEqual([]);
      await page.close();
    });
  });

  describe('in Firefox, with forced colours', () => {
    const open = openFirefox(readers.forcedColours);
    test.each(pageStates)('%s', async (_name, path) => {
      const { page } = await open(path);
      expect(await media(page, '(forced-colors: active)')).toBe(true);
      expect(await page.evaluate(vanished)).toEqual([]);
      await page.close();
    });

    test.each(hosts)(
      'the box on the page “%s”: letters, the chosen suggestion and the button',
      async (name) => {
        const { page } = await open(`/demo/${name}`);
        await type(page, 'lavrov');
        await page.waitForSelector(option);
        await page.keyboard.press('ArrowDown');
        await page.waitForSelector('dateline-search >>> [aria-selected=true]');
        const parts = await page.$$eval(`${option}, dateline-search >>> button`, (all) =>
          all.map((part) => {
            const { color, backgroundColor, outlineStyle } = getComputedStyle(part);
            const chosen = part.getAttribute('aria-selected') === 'true';
            return { seen: color !== backgroundColor, marked: !chosen || outlineStyle === 'solid' };
          }),
        );
        expect(parts.length).toBeGreaterThan(1);
        expect(parts).toEqual(parts.map(() => ({ seen: true, marked: true })));
        await page.close();
      },
    );
  });

  describe('in Firefox, for who wants no motion', () => {
    const open = openFirefox(readers.stillness);
    test('nothing moves by itself', async () => {
      const { page } = await open('/?q=lavrov', 390);
      expect(await media(page, '(prefers-reduced-motion: reduce)')).toBe(true);
      await page.locator('.to-filters').click();
      expect(await page.evaluate(moving)).toBe(0);
      await page.close();
    });
  });

  describe('in Firefox, without scripts', () => {
    const open = openFirefox(readers.noScripts);

    test('search, open and go back', async () => {
      const { page } = await open('/?ui-lang=en');
      const enter = (selector: string, text: string) =>
        follow(page, async () => {
          await page.focus(selector);
          await page.keyboard.type(text);
          await page.keyboard.press('Enter');
        });
      await enter('input[name=q]', 'lighthouse');
      await enter('.results h2 a', '');
      expect(page.url()).toContain('/articles/');
      await travel(page, -1, 'q=lighthouse');
      await page.close();
    });

    test.each(hosts)('the plain form on the page “%s” searches', async (name) => {
      const { page } = await open(`/demo/${name}`);
      await page.focus('dateline-search input[name=q]');
      await page.keyboard.type('lighthouse');
      await follow(page, () => page.keyboard.press('Enter'));
      expect(new URL(page.url()).searchParams.get('q')).toBe('lighthouse');
      await page.close();
    });
  });
}
