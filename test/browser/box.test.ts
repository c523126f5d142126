import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { interfaceLanguages } from '../../api/messages/index.ts';
import type { TestBrowser } from '../support/browser.ts';
import { openWebInBrowser, type SharedPages } from '../support/web-in-browser.ts';

let service: SharedPages;
let browser: TestBrowser;
openWebInBrowser((opened) => {
  ({ service, browser } = opened);
});

const input = (page: Page) => page.locator('dateline-search').first().locator('input[role=combobox]');
const options = (page: Page) => page.locator('dateline-search').first().locator('[role=option]');

const openDemo = async (name: string, settings = {}) => {
  const opened = await browser.open(settings);
  await opened.page.goto(`${service.url}/demo/${name}`);
  await input(opened.page).waitFor();
  return opened;
};

describe('suggestions', () => {
  test.each([
    ['Latin', 'lavrov', 'en'],
    ['Cyrillic', 'Лавр', 'ru'],
    ['Chinese', '王毅', 'zh'],
    ['Arabic', 'شكري', 'ar'],
    ['Japanese', '茂木', 'ja'],
  ])('come for a name typed in %s letters, the matched part marked', async (_script, typed, language) => {
    const { page, context, complaints } = await browser.open();
    await page.goto(`${service.url}/?ui-lang=${language}`);
    await input(page).pressSequentially(typed, { delay: 20 });
    await page.locator('dateline-search mark').first().waitFor();
    expect(await options(page).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('say who a person is, in the language of the page', async () => {
    const { page, context } = await browser.open();
    await page.goto(`${service.url}/?ui-lang=fr`);
    await input(page).pressSequentially('Lavrov', { delay: 20 });
    await options(page).first().waitFor();
    expect(await options(page).first().locator('[part=note]').textContent()).toBe(
      'ministre des Affaires étrangères (Russie)',
    );
    await context.close();
  });

  test('show what was typed where the reader’s name for somebody is in other letters', async () => {
    const { page, context } = await openDemo('strict');
    await input(page).pressSequentially('王毅', { delay: 20 });
    await options(page).first().waitFor();
    expect(await options(page).first().textContent()).toContain('Wang Yi');
    expect(await options(page).first().locator('mark').textContent()).toBe('王毅');
    await context.close();
  });

  test('complete the last word, and search for it under the filters of the page', async () => {
    const { page, context } = await browser.open();
    await page.goto(`${service.url}/?lang=en`);
    await input(page).pressSequentially('lightho', { delay: 10 });
    const completion = options(page).filter({ hasText: /^lighthouse/i });
    await Promise.all([page.waitForURL(/q=lighthouse.*lang=en/i), completion.first().click()]);
    expect(await page.locator('.results li article').count()).toBeGreaterThan(0);
    await context.close();
  });

  test('are chosen with the keyboard alone, and Escape takes them away', async () => {
    const { page, context } = await openDemo('strict');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Lavrov', { delay: 10 });
    await options(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await input(page).getAttribute('aria-activedescendant')).toBe('option-0');
    await page.keyboard.press('ArrowUp');
    expect(await input(page).getAttribute('aria-activedescendant')).toBeNull();
    const caret = () =>
      input(page).evaluate((field) => {
        const { selectionStart, selectionEnd } = field as HTMLInputElement;
        return [selectionStart, selectionEnd];
      });
    await page.keyboard.press('Home');
    expect(await caret()).toEqual([0, 0]);
    await page.keyboard.press('Shift+End');
    expect(await caret()).toEqual([0, 'Lavrov'.length]);
    await page.keyboard.press('End');
    await page.keyboard.press('Escape');
    expect(await input(page).getAttribute('aria-expanded')).toBe('false');
    expect(await input(page).inputValue()).toBe('Lavrov');
    await page.keyboard.press('ArrowDown');
    await options(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForURL(/\/people\//), page.keyboard.press('Enter')]);
    await context.close();
  });

  test('are not asked for while an input method composes', async () => {
    const { page, context } = await openDemo('strict');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/suggest')) asked.push(request.url());
    });
    await input(page).focus();
    const session = await context.newCDPSession(page);
    for (const text of ['w', 'wa', 'wang'])
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await page.waitForTimeout(400);
    expect(asked).toEqual([]);
    await session.send('Input.insertText', { text: '王毅' });
    await options(page).first().waitFor();
    expect(asked).toHaveLength(1);
    await context.close();
  });

  test('of a late answer never cover those of a newer question', async () => {
    const { page, context } = await openDemo('strict');
    const release: (() => void)[] = [];
    await page.route('**/v1/suggest?q=la&*', async (route) => {
      await new Promise<void>((resolve) => release.push(resolve));
      await route.continue().catch(() => {});
    });
    await input(page).pressSequentially('la', { delay: 5 });
    await page.waitForTimeout(300);
    await input(page).pressSequentially('vrov', { delay: 5 });
    await options(page).first().waitFor();
    const shown = await options(page).allTextContents();
    for (const free of release) free();
    await page.waitForTimeout(300);
    expect(await options(page).allTextContents()).toEqual(shown);
    await context.close();
  });
});

describe('without help', () => {
  test('a failing API leaves the search itself working', async () => {
    const { page, context } = await openDemo('strict');
    await page.route('**/v1/suggest*', (route) => route.abort());
    await input(page).fill('lighthouse');
    await page.locator('dateline-search [role=status]').first().filter({ hasText: 'Eingabe' }).waitFor();
    await Promise.all([page.waitForURL(/\?q=lighthouse/), input(page).press('Enter')]);
    await context.close();
  });

  test('without scripts the plain form searches', async () => {
    const { page, context } = await browser.open({ javaScriptEnabled: false });
    await page.goto(`${service.url}/demo/strict`);
    await page.locator('input[name=q]').fill('lighthouse');
    await Promise.all([page.waitForURL(/\?q=lighthouse/), page.locator('dateline-search button').click()]);
    expect(await page.locator('.results li article').count()).toBeGreaterThan(0);
    await context.close();
  });
});

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s, a long query asks for most of its words and a short one for all', async (_name, scripts) => {
  const { page, context } = await browser.open({ javaScriptEnabled: scripts });
  const every = page.locator('a[href*="match=all"]');
  const results = page.locator('.results li article');
  const send = async (typed: string, address: RegExp): Promise<void> => {
    const field = scripts ? input(page) : page.locator('input.query');
    await field.fill(typed);
    await Promise.all([page.waitForURL(address), field.press('Enter')]);
    expect(await results.count()).toBeGreaterThan(0);
  };
  await page.goto(service.url);
  await send('lighthouse nobody ever saw on any other planet', /q=lighthouse\+nobody/);
  expect(await every.count()).toBe(1);
  expect(new URL(page.url()).searchParams.get('match')).toBe(scripts ? 'any' : null);
  await send('lighthouse', /q=lighthouse(&|$)/);
  expect(await every.count()).toBe(0);
  await page.goBack();
  await Promise.all([page.waitForURL(/match=all/), every.click()]);
  expect(await results.count()).toBe(0);
  await context.close();
});

describe('on other pages', () => {
  test.each(['unset', 'quirks', 'strict', 'arabic', 'form', 'ten'])(
    'it suggests on the page “%s” without a word of complaint from the browser',
    async (name) => {
      const { page, context, complaints } = await openDemo(name);
      await input(page).pressSequentially('王毅', { delay: 10 });
      await options(page).first().waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  test('the style of a page that unsets everything does not get in', async () => {
    const looks = async (name: string) => {
      const { page, context } = await openDemo(name);
      const style = await input(page).evaluate((element) => {
        const { height, letterSpacing, borderTopStyle, fontSize } = getComputedStyle(element);
        return { height, letterSpacing, borderTopStyle, fontSize };
      });
      await context.close();
      return style;
    };
    expect(await looks('unset')).toEqual(await looks('strict'));
  });

  test('it follows an Arabic page from right to left and keeps its presets', async () => {
    const { page, context } = await openDemo('arabic');
    expect(
      await input(page).evaluate((element) => getComputedStyle(element.closest('form') ?? element).direction),
    ).toBe('rtl');
    await input(page).fill('قطار');
    await Promise.all([page.waitForURL(/from-date=2019/), input(page).press('Enter')]);
    await context.close();
  });

  test('boxes of every language on one page speak each its own and share one budget of requests', async () => {
    const { page, context, complaints } = await openDemo('ten');
    const labels = await page.locator('dateline-search button:visible').allTextContents();
    expect(new Set(labels)).toEqual(new Set(interfaceLanguages.map(({ page: { search } }) => search)));
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().includes('/v1/suggest')) asked += 1;
    });
    // Into ten boxes at once, six times, with the rest between that a box waits for.
    await page.evaluate(async () => {
      const boxes = [...document.querySelectorAll('dateline-search')].slice(0, 10);
      for (let round = 0; round < 6; round += 1) {
        for (const [at, box] of boxes.entries()) {
          const field = box.shadowRoot?.querySelector('input');
          if (!field) continue;
          field.value = `x${at}${round}`;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    });
    expect(asked).toBeGreaterThanOrEqual(40);
    expect(asked).toBeLessThanOrEqual(50);
    expect(complaints.filter((text) => !text.includes('429'))).toEqual([]);
    await context.close();
  });

  test('nothing on the page moves when it arrives, and it sends no cookies', async () => {
    const { page, context } = await browser.open();
    await context.addCookies([{ name: 'secret', value: '1', url: service.url }]);
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) document.title += ` shift:${Reflect.get(entry, 'value')}`;
      }).observe({ type: 'layout-shift' as string, buffered: true });
    });
    await page.goto(service.url);
    await input(page).waitFor();
    const request = page.waitForRequest('**/v1/suggest*');
    await input(page).fill('lavrov');
    expect((await (await request).allHeaders()).cookie).toBeUndefined();
    await options(page).first().waitFor();
    expect(await page.title()).not.toContain('shift:');
    await context.close();
  });

  test('what was typed is there again after going on and back', async () => {
    const { page, context } = await openDemo('strict');
    await input(page).fill('lighthouse');
    await Promise.all([page.waitForURL(/\?q=lighthouse/), input(page).press('Enter')]);
    await page.goBack();
    await input(page).waitFor();
    expect(await input(page).inputValue()).toBe('lighthouse');
    await Promise.all([page.waitForURL(/\?q=lighthouse/), page.goForward()]);
    expect(await page.locator('.results li article').count()).toBeGreaterThan(0);
    expect(await input(page).inputValue()).toBe('lighthouse');
    await context.close();
  });
});

test('an agency that is picked beside results narrows them; words typed for its name go', async () => {
  const { page, context } = await browser.open();
  await page.goto(`${service.url}/?q=president&ui-lang=en`);
  await input(page).fill('xinh');
  await options(page).first().waitFor();
  await Promise.all([page.waitForURL(/agency=xinhua/), options(page).first().click()]);
  const sent = new URL(page.url()).searchParams;
  expect([sent.getAll('q'), sent.getAll('agency')]).toEqual([['president'], ['xinhua']]);
  expect(await page.locator('.chips .chip').count()).toBe(1);
  await context.close();
});

test('the chosen interface language goes along to the page of a picked person', async () => {
  const { page, context } = await browser.open();
  await page.goto(`${service.url}/?ui-lang=fa`);
  await input(page).fill('lavrov');
  await options(page).first().waitFor();
  await Promise.all([page.waitForURL(/\/people\/.*\?ui-lang=fa$/), options(page).first().click()]);
  expect(await page.locator('html').getAttribute('lang')).toBe('fa');
  await context.close();
});

describe('in a form of its author', () => {
  test('label, controls and hidden fields stay and are sent, with every preset', async () => {
    const { page, context } = await openDemo('form');
    await page.getByRole('combobox', { name: 'Search the archive' }).waitFor();
    await page.locator('select[name=lang]').selectOption('zh');
    await page.locator('input[name=collapse]').check();
    await input(page).fill('lighthouse');
    await Promise.all([page.waitForURL(/q=lighthouse/), input(page).press('Enter')]);
    const sent = new URL(page.url()).searchParams;
    expect(sent.getAll('agency')).toEqual(['xinhua', 'tass']);
    expect(Object.fromEntries(sent)).toMatchObject({ lang: 'zh', collapse: 'story', 'from-date': '2019' });
    expect(sent.getAll('q')).toEqual(['lighthouse']);
    await context.close();
  });

  test('a picked person keeps the presets; what is picked with the middle button opens beside', async () => {
    const { page, context } = await openDemo('form');
    await input(page).fill('lavrov');
    await options(page).first().waitFor();
    const beside = context.waitForEvent('page');
    await options(page).first().click({ button: 'middle' });
    const address = new URL((await beside).url());
    expect(address.searchParams.getAll('agency')).toEqual(['xinhua', 'tass']);
    expect(address.searchParams.get('from-date')).toBe('2019');
    expect(address.searchParams.get('person')).toBeTruthy();
    await context.close();
  });

  test('the list is not cut by a header that hides what overflows', async () => {
    const { page, context } = await openDemo('form');
    await input(page).fill('lavrov');
    await options(page).last().waitFor();
    const seen = await options(page)
      .last()
      .evaluate((line) => {
        const { left, top, height } = line.getBoundingClientRect();
        const hit = document.elementFromPoint(left + 20, top + height / 2);
        return hit?.localName;
      });
    expect(seen).toBe('dateline-search');
    await context.close();
  });

  test('a page can hide it', async () => {
    const { page, context } = await openDemo('form');
    await page.locator('dateline-search').evaluate((box) => box.classList.add('d-none'));
    expect(await page.locator('dateline-search').isVisible()).toBe(false);
    await context.close();
  });
});

test('a framework may make it, set properties early and late, and change attributes', async () => {
  const { page, context, complaints } = await openDemo('strict');
  const found = await page.evaluate(() => {
    type Box = HTMLElement & { value: string; agency: string; fromDate: string };
    const box = document.createElement('dateline-search') as Box;
    const before = box.value;
    box.value = 'early';
    box.agency = 'tass';
    box.setAttribute('src', '/');
    document.body.append(box);
    const typed = box.value;
    box.setAttribute('label', 'Later');
    box.fromDate = '2020';
    const field = box.shadowRoot?.querySelector('input');
    const again = {
      label: field?.getAttribute('aria-label'),
      value: box.value,
      from: box.getAttribute('from-date'),
    };
    box.remove();
    document.body.append(box);
    return { before, typed, again, agency: box.getAttribute('agency'), after: box.value };
  });
  expect(found).toEqual({
    before: '',
    typed: 'early',
    again: { label: 'Later', value: 'early', from: '2020' },
    agency: 'tass',
    after: 'early',
  });
  expect(complaints).toEqual([]);
  await context.close();
});

test('nothing found is said where one looks', async () => {
  const { page, context } = await openDemo('strict');
  await input(page).fill('qwertzuiopxyz');
  await page.locator('dateline-search [part=message]').filter({ visible: true }).waitFor();
  await context.close();
});
