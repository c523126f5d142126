import { modelFor, trainFolds } from '../train/extraction/folds.ts';
import { cleanPage, type TrainedAside } from './pages/clean-page.ts';
import { LineCounts } from './pages/lines.ts';
import { type MarkedPage, readPageSet } from './pages/pages.ts';
import { type PeerResult, pagePeers } from './pages/peers.ts';
import { listSets } from './sets.ts';
import type { EvaluationOptions, EvaluationTask, Row } from './task.ts';
import { bagF1, tokensOf } from './tokens.ts';

type Extract = (page: MarkedPage) => Promise<PeerResult>;

/** Ours, by the shipped weights or by those trained without the page's host. */
const extractBy =
  (weightsFor: (page: MarkedPage) => TrainedAside): Extract =>
  async (page) => {
    const clean = cleanPage(page, weightsFor(page));
    return { title: clean?.title ?? null, text: clean?.paragraphs.map(({ text }) => text).join('\n') ?? '' };
  };

async function* run({ data, log, crossValidate }: EvaluationOptions): AsyncGenerator<Row> {
  const models = crossValidate ? await trainFolds(data, log) : null;
  const ours = extractBy((page) => (models === null ? {} : { model: () => modelFor(models, page.host) }));
  // Other tools need no folds: their figures are those of the plain run.
  const tools = crossValidate ? [[null, ours] as const] : [[null, ours] as const, ...pagePeers];
  for (const set of listSets(data, 'pages')) {
    const pages = (await Array.fromAsync(readPageSet(set))).filter(
      ({ text, firstLine }) => text || firstLine,
    );
    for (const [peer, extract] of tools) {
      log(`${set.name}: ${peer ?? 'ours'}, ${pages.length} pages`);
      yield* score(set.name, peer, extract, pages);
    }
  }
}

async function* score(
  set: string,
  peer: string | null,
  extract: Extract,
  pages: readonly MarkedPage[],
): AsyncGenerator<Row> {
  const byLanguage = new Map<string, number[]>();
  const all: number[] = [];
  const lines = new LineCounts();
  for (const page of pages) {
    const { title, text } = await extract(page);
    const found = page.titled && title ? `${title}\n${text}` : text;
    lines.add(page, text);
    if (!page.text) continue;
    const f1 = bagF1(tokensOf(found), tokensOf(page.text));
    all.push(f1);
    if (page.language) byLanguage.set(page.language, [...(byLanguage.get(page.language) ?? []), f1]);
  }
  const row = (name: string, values: readonly number[], metric = 'f1'): Row => ({
    task: 'extraction',
    set: name,
    metric,
    value: values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length),
    ...(peer === null ? {} : { peer }),
  });
  if (all.length > 0) yield row(set, all);
  for (const [language, values] of [...byLanguage].sort()) yield row(`${set}.${language}`, values);
  for (const [name, share] of lines.shares()) yield row(set, [share], name);
}

export const extraction: EvaluationTask = {
  name: 'extraction',
  summary: 'the text of a page: token F1, averaged over the pages',
  run,
};
