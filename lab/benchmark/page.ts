import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { buildAssets } from '../../api/web/assets.ts';
import type { Benchmark } from './task.ts';
import { drawFullPage, openBrowser, servePages } from './web-pages.ts';

const warmUp = 100;
const rounds = 300;

/** Size of a page of 20 full results, and its cost for the server and the browser. */
export const page: Benchmark = {
  name: 'page',
  summary: 'the results page: size, time to make, work in the browser',
  run: async function* ({ log }) {
    const assets = await buildAssets();
    const html = await drawFullPage(assets);
    yield { task: 'page', set: '20-results', metric: 'gzip-bytes', value: gzipSync(html).length };
    const times: number[] = [];
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const start = performance.now();
      await drawFullPage(assets);
      if (round >= warmUp) times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    yield {
      task: 'page',
      set: '20-results',
      metric: 'render-p50-ms',
      value: times[rounds >> 1] ?? Number.NaN,
    };
    const service = await servePages();
    const browser = await openBrowser();
    try {
      const tab = await browser.newPage();
      const session = await tab.context().newCDPSession(tab);
      await session.send('Performance.enable');
      await tab.goto(service.url, { waitUntil: 'networkidle' });
      const { metrics } = await session.send('Performance.getMetrics');
      const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
      yield { task: 'page', set: '20-results', metric: 'main-thread-ms', value: seconds * 1000 };
      const blocking = await tab.evaluate(
        "performance.getEntriesByType('resource').filter((entry) => entry.renderBlockingStatus === 'blocking').length",
      );
      yield { task: 'page', set: '20-results', metric: 'render-blocking-requests', value: Number(blocking) };
      for (const [metric, value] of Object.entries(await paintSlowly(browser, service.url)))
        yield { task: 'page', set: '20-results', metric, value };
      log('measured in Chromium');
    } finally {
      await browser.close();
      await service.close();
    }
  },
};

/** On a phone whose processor is four times slower: when the largest part is painted, and how much moves. */
const paintSlowly = async (browser: Browser, url: string): Promise<Readonly<Record<string, number>>> => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  });
  try {
    const tab = await context.newPage();
    let requests = 0;
    tab.on('request', () => {
      requests += 1;
    });
    const session = await context.newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await tab.addInitScript(watchPaint);
    await tab.goto(url, { waitUntil: 'networkidle' });
    return {
      'largest-paint-4x-ms': Number(await tab.evaluate('largest')),
      'layout-shift': Number(await tab.evaluate('shift')),
      requests,
    };
  } finally {
    await context.close();
  }
};

/** In the page; text, as it runs elsewhere. */
const watchPaint = `
globalThis.largest = 0;
globalThis.shift = 0;
const watch = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
watch('largest-contentful-paint', ({ startTime }) => { globalThis.largest = startTime; });
watch('layout-shift', ({ value }) => { globalThis.shift += value; });
`;
