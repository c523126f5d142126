import nlp from 'compromise';
import { createChain } from '../../chain/index.ts';
import type { CleanArticle } from '../../domain/article.ts';
import { articleBodies } from './enrichment-texts.ts';
import type { Benchmark } from './task.ts';

const rounds = 3;

/** Language, date, agency and people of one article, as the worker finds them, in bytes a second of one core. */
export const enrichment: Benchmark = {
  name: 'enrichment',
  summary: 'megabytes a second and core: language, date, agency and people together, beside compromise',
  async *run({ log }) {
    const chain = createChain();
    const rate = (language: string, work: (article: CleanArticle) => unknown): number => {
      const articles = articleBodies(language).map(toClean);
      const size = articles.reduce((sum, article) => sum + sizeOf(article), 0);
      for (const article of articles.slice(0, 20)) work(article);
      let best = 0;
      for (let round = 0; round < rounds; round += 1) {
        const before = process.cpuUsage();
        for (const article of articles) work(article);
        const spent = process.cpuUsage(before);
        best = Math.max(best, size / (spent.user + spent.system));
      }
      log(`${language}: ${best.toFixed(2)} MB/s`);
      return best;
    };
    const row = (set: string, metric: string, value: number) => ({ task: 'enrichment', set, metric, value });
    for (const language of ['ru', 'zh', 'ar', 'ja', 'ko', 'de'])
      yield row(language, 'rate', rate(language, chain.enrich));
    const ours = rate('en', chain.enrich);
    const peer = rate('en', ({ paragraphs }) =>
      nlp(paragraphs.map(({ text }) => text).join('\n'))
        .people()
        .out('array'),
    );
    yield row('en', 'rate', ours);
    yield { ...row('en', 'rate', peer), peer: 'compromise' };
    yield row('en', 'rate-ratio', ours / peer);
  },
};

const toClean = (body: string, index: number): CleanArticle => ({
  id: `benchmark-${index}`,
  revision: 1,
  given: {},
  format: 'text',
  url: null,
  statements: [],
  blocks: [],
  title: body.split('\n')[0] ?? '',
  paragraphs: body
    .split('\n')
    .slice(1)
    .map((text) => ({ kind: 'text', text })),
});

const sizeOf = ({ title, paragraphs }: CleanArticle): number =>
  Buffer.byteLength(title ?? '') + paragraphs.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
