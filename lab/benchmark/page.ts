import { gzipSync } from 'node:zlib';
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
      log('measured in Chromium');
    } finally {
      await browser.close();
      await service.close();
    }
  },
};
