import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { cleanArticle } from '../../chain/clean/index.ts';
import { decode } from '../../chain/decode/index.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import { readPages } from '../evaluate/pages/pages.ts';
import type { Row } from '../evaluate/task.ts';
import { inventPages } from './invented-pages.ts';
import type { Benchmark, BenchmarkOptions } from './task.ts';

const DATA = '../shared/data';
const MAX_PAGES = 120;

/** Pages per second on one core, decoded and cleaned, compared with Readability.js on linkedom with the same pages. */
export const cleaning: Benchmark = {
  name: 'cleaning',
  summary: 'pages a second and core, against Readability.js on linkedom',
  async *run({ log }: BenchmarkOptions): AsyncGenerator<Row> {
    const pages = await choosePages(log);
    // A worker runs for weeks: both are measured once they are compiled.
    rateOf(pages, clean);
    const rate = rateOf(pages, clean);
    log(`ours: ${rate.toFixed(1)} pages/s`);
    rateOf(pages, readability);
    const reference = rateOf(pages, readability);
    log(`Readability.js: ${reference.toFixed(1)} pages/s`);
    const row = (metric: string, value: number): Row => ({ task: 'cleaning', set: 'pages', metric, value });
    yield row('rate', rate);
    yield row('reference-rate', reference);
    yield row('rate-ratio', rate / reference);
  },
};

/** Real pages if the measuring data is available, every nth of each set; otherwise invented ones. */
const choosePages = async (log: (line: string) => void): Promise<readonly string[]> => {
  const all: string[] = [];
  for await (const { html } of readPages(DATA)) all.push(html);
  if (all.length === 0) {
    log(`${DATA}/pages is absent: invented pages are measured`);
    return inventPages(MAX_PAGES);
  }
  const step = Math.max(1, Math.floor(all.length / MAX_PAGES));
  return all.filter((_, index) => index % step === 0).slice(0, MAX_PAGES);
};

/** CPU seconds, not clock time: other programs on the machine do not count. */
const rateOf = (pages: readonly string[], read: (page: string) => void): number => {
  const start = process.cpuUsage();
  for (const page of pages) read(page);
  const { user, system } = process.cpuUsage(start);
  return pages.length / ((user + system) / 1e6);
};

const clean = (content: string): void => {
  try {
    cleanArticle(
      decode({
        id: 'page',
        revision: 1,
        input: { contentType: 'text/html', charset: null, content, given: {} },
      }),
    );
  } catch (error) {
    if (!(error instanceof RejectedArticle)) throw error;
  }
};

const readability = (content: string): void => {
  try {
    new Readability(parseHTML(content).document).parse();
  } catch {
    // It crashes on some pages; the time until then is counted too.
  }
};
