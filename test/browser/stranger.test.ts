import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import { openWebInBrowser, type SharedPages } from '../support/web-in-browser.ts';

let service: SharedPages;
let browser: TestBrowser;
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});

/** What a reader does, counted: taps, fields that are filled in, and screens that are scrolled to get there. */
interface Walk {
  readonly press: (what: Locator) => Promise<void>;
  readonly write: (where: Locator, text: string) => Promise<void>;
  readonly counted: () => { readonly steps: number; readonly screens: number };
}

const walkOn = (): Walk => {
  let steps = 0;
  let screens = 0;
  const look = async (target: Locator): Promise<void> => {
    await target.waitFor();
    const beyond = await target.evaluate(
      (element) => element.getBoundingClientRect().bottom / innerHeight - 1,
    );
    screens += Math.max(0, Math.ceil(beyond));
  };
  return {
    press: async (what) => {
      await look(what);
      await what.click();
      steps += 1;
    },
    write: async (where, text) => {
      await look(where);
      await where.fill(text);
      steps += 1;
    },
    counted: () => ({ steps, screens }),
  };
};

const field = (page: Page): Locator => page.locator('dateline-search input[role=combobox]');
const results = (page: Page): Locator => page.locator('.results li article');

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1280, height: 900 } };

const tasks = [
  {
    task: 'find what Lavrov said in October 2021',
    from: '/?ui-lang=en',
    most: { phone: { steps: 4, screens: 0 }, desk: { steps: 3, screens: 0 } },
    walk: async (page: Page, { press, write }: Walk, small: boolean) => {
      await write(field(page), 'lavrov');
      await Promise.all([page.waitForURL(/q=lavrov/), press(page.locator('dateline-search [part=button]'))]);
      if (small) await press(page.locator('.to-timeline'));
      await Promise.all([page.waitForURL(/from-date=2021-10/), press(page.locator('svg.bars a').last())]);
      expect(await results(page).count()).toBeGreaterThan(0);
    },
  },
  {
    task: 'only from TASS',
    from: '/?q=lavrov&ui-lang=en',
    most: { phone: { steps: 3, screens: 0 }, desk: { steps: 1, screens: 0 } },
    walk: async (page: Page, { press }: Walk, small: boolean) => {
      if (small) await press(page.locator('.to-filters'));
      await Promise.all([
        page.waitForURL(/agency=tass/),
        press(page.locator('.filters a[href*="agency=tass"]')),
      ]);
      if (small) await press(page.locator('.done button'));
      expect(await page.locator('.agency').allTextContents()).toEqual(
        Array.from({ length: await results(page).count() }, () => expect.stringContaining('TASS')),
      );
    },
  },
  {
    task: 'only in Russian',
    from: '/?ui-lang=en',
    most: { phone: { steps: 3, screens: 1 }, desk: { steps: 1, screens: 1 } },
    walk: async (page: Page, { press }: Walk, small: boolean) => {
      if (small) await press(page.locator('.to-filters'));
      await Promise.all([
        page.waitForURL(/lang=ru/),
        press(page.locator('.filters a[href*="lang=ru"]').first()),
      ]);
      if (small) await press(page.locator('.done button'));
      expect(await results(page).first().locator('h2 a').textContent()).toMatch(/\p{Script=Cyrillic}/u);
    },
  },
  {
    task: 'follow it',
    from: '/?q=lavrov&ui-lang=en',
    most: { phone: { steps: 2, screens: 0 }, desk: { steps: 2, screens: 0 } },
    walk: async (page: Page, { press }: Walk) => {
      await press(page.locator('[popovertarget=follow]'));
      const feed = page.locator('#follow .feeds a').first();
      const address = await feed.getAttribute('href');
      await press(feed);
      expect((await fetch(new URL(address ?? '', service.url))).headers.get('content-type')).toContain('rss');
    },
  },
  {
    task: 'cite it',
    from: '/?q=lavrov&ui-lang=en',
    most: { phone: { steps: 2, screens: 0 }, desk: { steps: 2, screens: 0 } },
    walk: async (page: Page, { press }: Walk) => {
      await Promise.all([page.waitForURL(/articles\//), press(page.locator('.results h2 a').first())]);
      await press(page.locator('.cite summary'));
      expect((await page.locator('.citation').textContent())?.length).toBeGreaterThan(20);
    },
  },
] as const;

test.each(
  tasks.flatMap(({ task, ...rest }) => [
    [task, 'a phone', { ...rest, most: rest.most.phone, small: true }] as const,
    [task, 'a desk', { ...rest, most: rest.most.desk, small: false }] as const,
  ]),
)('a stranger can: %s, on %s', async (_task, _screen, { from, most, walk, small }) => {
  const { page, context } = await browser.open(small ? phone : desk);
  await page.goto(service.url + from);
  await field(page).waitFor();
  const counting = walkOn();
  await walk(page, counting, small);
  const { steps, screens } = counting.counted();
  expect(steps).toBeLessThanOrEqual(most.steps);
  // Screens differ with the fonts of a machine.
  expect(screens).toBeLessThanOrEqual(most.screens);
  await context.close();
});
