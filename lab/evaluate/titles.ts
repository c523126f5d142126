import { fitTitleFolds } from '../train/titles/folds.ts';
import { readLabelled } from './credits.ts';
import { cleanPage } from './pages/clean-page.ts';
import { type MarkedPage, readPageSet } from './pages/pages.ts';
import { type PeerResult, pagePeers } from './pages/peers.ts';
import { evenTitle, titleChecksum } from './pages/titles.ts';
import { listSets } from './sets.ts';
import { Tally } from './tally.ts';
import type { EvaluationOptions, EvaluationTask, Row } from './task.ts';
import { bagF1, tokensOf } from './tokens.ts';

/** From this token F1 on, a title is near enough to be the same. */
const NEAR = 0.8;

async function* run({ data, log, crossValidate }: EvaluationOptions): AsyncGenerator<Row> {
  const weights = crossValidate ? await fitTitleFolds(data) : null;
  const ours = async (page: MarkedPage): Promise<PeerResult> => {
    const aside = weights === null ? {} : { titles: () => weights(page.host) };
    return { title: cleanPage(page, aside)?.title ?? null, text: '' };
  };
  for (const set of [...listSets(data, 'pages'), ...listSets(data, 'dates')]) {
    const pages = (await Array.fromAsync(readPageSet(set))).filter(({ title }) => title);
    if (pages.length === 0) continue;
    for (const [peer, extract] of [['', ours] as const, ...pagePeers]) {
      log(`${set.name}: ${peer || 'ours'}, ${pages.length} pages`);
      yield* score(set.name, peer, extract, pages);
    }
  }
  yield* labelledTitles({ data, log });
}

/** Exact titles of the pages labelled by reading, compared by their checksums. */
async function* labelledTitles({ data, log }: Pick<EvaluationOptions, 'data' | 'log'>): AsyncGenerator<Row> {
  const tally = new Tally();
  for await (const { label, clean } of readLabelled(data, log)) {
    if (!label.title) continue;
    const right = titleChecksum(clean?.title ?? '') === label.title;
    tally.add(label.batch, 'exact', right ? 1 : 0, 1);
    if (!right) log(`${label.id.slice(0, 60)}: found ${clean?.title}`);
  }
  yield* tally.rows('titles');
}

async function* score(
  set: string,
  peer: string,
  extract: (page: MarkedPage) => Promise<PeerResult>,
  pages: readonly MarkedPage[],
): AsyncGenerator<Row> {
  let exact = 0;
  let near = 0;
  for (const page of pages) {
    const { title } = await extract(page);
    if (evenTitle(title ?? '') === evenTitle(page.title ?? '')) exact += 1;
    if (bagF1(tokensOf(title ?? ''), tokensOf(page.title ?? '')) >= NEAR) near += 1;
  }
  const common = { task: 'titles', set, ...(peer === '' ? {} : { peer }) };
  yield { ...common, metric: 'exact', value: exact / pages.length };
  yield { ...common, metric: 'near', value: near / pages.length };
}

export const titles: EvaluationTask = {
  name: 'titles',
  summary: 'the title of a page: exact, and near (token F1 of .8 or more)',
  run,
};
