import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import chromium from '@sparticuz/chromium';
import { type BrowserContextOptions, chromium as playwright } from 'playwright-core';
import { searchResultSchema } from '../api/search/result.ts';

/** Screenshots of the main states of a running Dateline: `node scripts/screenshots.ts --url http://127.0.0.1:3000`. */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    to: { type: 'string', default: '.dateline/screenshots' },
  },
});

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
const phone: BrowserContextOptions = { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2 };

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly options: BrowserContextOptions;
  /** Typed into the box before the screenshot. */
  readonly type?: string;
}

const shots: readonly Shot[] = [
  { name: 'start', path: '/', options: desk },
  { name: 'results', path: '/?q=lavrov', options: desk },
  { name: 'results-dark', path: '/?q=lighthouse', options: { ...desk, colorScheme: 'dark' } },
  { name: 'results-arabic', path: '/?q=لافروف&ui-lang=ar', options: desk },
  { name: 'results-chinese', path: '/?q=王毅&ui-lang=zh', options: desk },
  { name: 'results-phone', path: '/?q=lavrov', options: phone },
  { name: 'nothing', path: '/?q=qwertzuiop', options: desk },
  { name: 'error', path: '/?q=%22open', options: desk },
  { name: 'box', path: '/', options: desk, type: 'lavr' },
  { name: 'box-phone', path: '/', options: phone, type: '王毅' },
  { name: 'demo-unset', path: '/demo/unset', options: desk, type: 'lavr' },
  { name: 'demo-arabic', path: '/demo/arabic', options: desk, type: 'شكري' },
  { name: 'demo-quirks', path: '/demo/quirks', options: desk, type: 'лавр' },
];

const folder = resolve(join(import.meta.dirname, '..'), values.to);
mkdirSync(folder, { recursive: true });
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});

/** The first article and person of the results, whatever is indexed. */
const answer = await fetch(`${values.url}/v1/articles?q=lavrov&page-size=1`);
const [article] = searchResultSchema.parse(await answer.json()).results;
const more: readonly Shot[] = article
  ? [
      { name: 'article', path: article.page, options: desk },
      { name: 'article-phone', path: article.page, options: phone },
      ...(article.people[0]
        ? [{ name: 'person', path: `/people/${encodeURIComponent(article.people[0].id)}`, options: desk }]
        : []),
    ]
  : [];

for (const { name, path, options, type } of [...shots, ...more]) {
  const page = await browser.newPage(options);
  await page.goto(values.url + path);
  const input = page.locator('dateline-search input[role=combobox]').first();
  await input.waitFor();
  if (type) {
    await input.pressSequentially(type, { delay: 20 });
    await page
      .locator('dateline-search [role=option]')
      .first()
      .waitFor({ timeout: 5000 })
      .catch(() => {});
    await page.keyboard.press('ArrowDown');
  }
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
  process.stderr.write(`${name}\n`);
}
await browser.close();
