import type { ExtractorModel } from '../../worker/clean/model/extractor.ts';
import { modelFor, trainFolds } from '../train/extraction/folds.ts';
import { type PeerResult, pagePeers } from './page-peers.ts';
import { hostOf } from './pages/pages.ts';
import { cleanPage, type Page, parsePage } from './pages.ts';
import { listSets, readRecords } from './sets.ts';
import type { EvaluationOptions, EvaluationTask, Row } from './task.ts';
import { bagF1, tokensOf } from './tokens.ts';

type Extract = (page: Page) => Promise<PeerResult>;

const ours: Extract = async (page) => {
  const clean = cleanPage(page);
  return { title: clean?.title ?? null, text: clean?.paragraphs.map(({ text }) => text).join('\n') ?? '' };
};

/** Each page by the model that was trained without its host. */
const extractByFolds =
  (models: readonly ExtractorModel[]): Extract =>
  async (page) => {
    const clean = cleanPage(page, () => modelFor(models, hostOf(page)));
    return { title: clean?.title ?? null, text: clean?.paragraphs.map(({ text }) => text).join('\n') ?? '' };
  };

async function* run({ data, log, crossValidate }: EvaluationOptions): AsyncGenerator<Row> {
  const extractOurs = crossValidate ? extractByFolds(await trainFolds(data, log)) : ours;
  for (const set of listSets(data, 'pages')) {
    const pages = (await Array.fromAsync(readRecords(set.path, parsePage))).filter(({ text }) => text);
    const holdsTitle = goldHoldsTitle(pages);
    for (const [peer, extract] of [[null, extractOurs] as const, ...pagePeers]) {
      log(`${set.name}: ${peer ?? 'ours'}, ${pages.length} pages`);
      yield* score(set.name, peer, extract, pages, holdsTitle);
    }
  }
}

/** Whether the marked text begins with the title: told by the set's records, not by its name. */
const goldHoldsTitle = (pages: readonly Page[]): boolean =>
  pages.length > 0 && pages.every(({ url, title }) => url === undefined && title === undefined);

async function* score(
  set: string,
  peer: string | null,
  extract: Extract,
  pages: readonly Page[],
  holdsTitle: boolean,
): AsyncGenerator<Row> {
  const byLanguage = new Map<string, number[]>();
  const all: number[] = [];
  for (const page of pages) {
    const { title, text } = await extract(page);
    const found = holdsTitle && title ? `${title}\n${text}` : text;
    const f1 = bagF1(tokensOf(found), tokensOf(page.text ?? ''));
    all.push(f1);
    if (page.language) byLanguage.set(page.language, [...(byLanguage.get(page.language) ?? []), f1]);
  }
  const row = (name: string, values: readonly number[]): Row => ({
    task: 'extraction',
    set: name,
    metric: 'f1',
    value: values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length),
    ...(peer === null ? {} : { peer }),
  });
  yield row(set, all);
  for (const [language, values] of [...byLanguage].sort()) yield row(`${set}.${language}`, values);
}

export const extraction: EvaluationTask = {
  name: 'extraction',
  summary: 'the text of a page: token F1, averaged over the pages',
  run,
};
