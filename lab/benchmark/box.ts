import { gzipSync } from 'node:zlib';
import { buildBox } from '../../api/web/build-box.ts';
import type { Benchmark } from './task.ts';
import { openBrowser, servePages } from './web-pages.ts';

const rounds = 20;

/** The size of the box, and the time from the API's answer to the first suggestion on screen. */
export const box: Benchmark = {
  name: 'box',
  summary: 'the search box: size, time from answer to screen, layout shift',
  run: async function* ({ log }) {
    const { content } = await buildBox();
    yield { task: 'box', set: 'bundle', metric: 'gzip-bytes', value: gzipSync(content, { level: 9 }).length };
    const service = await servePages();
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.addInitScript(watch);
      await page.goto(`${service.url}/demo/strict`);
      const input = page.locator('dateline-search input[role=combobox]').first();
      await input.waitFor();
      const delays: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await input.fill(`ministry${'abcdefghijklmnopqrst'[round]}`);
        await page.waitForTimeout(600);
        const delay = await page.evaluate('delays.at(-1)');
        if (typeof delay === 'number') delays.push(delay);
      }
      log(`${delays.length} suggestions timed`);
      delays.sort((a, b) => a - b);
      yield {
        task: 'box',
        set: 'suggestion',
        metric: 'p50-ms',
        value: delays[delays.length >> 1] ?? Number.NaN,
      };
      const shift = await page.evaluate('shift');
      yield { task: 'box', set: 'page', metric: 'layout-shift', value: Number(shift) };
    } finally {
      await browser.close();
      await service.close();
    }
  },
};

/** Runs in the page: from the end of the answer to the frame with the first line. A string, because the browser runs it. */
const watch = `
globalThis.delays = [];
globalThis.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) globalThis.shift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });
let answered = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.name.includes('/v1/suggest')) answered = entry.responseEnd;
}).observe({ type: 'resource' });
addEventListener('DOMContentLoaded', () => customElements.whenDefined('dateline-search').then(() => {
  const list = document.querySelector('dateline-search').shadowRoot.querySelector('#list');
  new MutationObserver(() => requestAnimationFrame(() => {
    const shown = performance.now();
    setTimeout(() => {
      const [entry] = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/suggest')).slice(-1);
      globalThis.delays.push(shown - (entry ? entry.responseEnd : answered));
    }, 50);
  })).observe(list, { childList: true });
}));
`;
