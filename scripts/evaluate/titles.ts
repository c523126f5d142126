import { type PeerResult, pagePeers } from './page-peers.ts';
import { cleanPage, type Page, parsePage } from './pages.ts';
import { listSets, readRecords } from './sets.ts';
import type { EvaluationOptions, EvaluationTask, Row } from './task.ts';
import { bagF1, tokensOf } from './tokens.ts';

/** From this token F1 on, a title is near enough to be the same. */
const NEAR = 0.8;

async function* run({ data, log }: EvaluationOptions): AsyncGenerator<Row> {
  for (const set of [...listSets(data, 'pages'), ...listSets(data, 'dates')]) {
    const pages = (await Array.fromAsync(readRecords(set.path, parsePage))).filter(({ title }) => title);
    if (pages.length === 0) continue;
    const tools = [['', async (page: Page): Promise<PeerResult> => ours(page)] as const, ...pagePeers];
    for (const [peer, extract] of tools) {
      log(`${set.name}: ${peer || 'ours'}, ${pages.length} pages`);
      yield* score(set.name, peer, extract, pages);
    }
  }
}

const ours = (page: Page): PeerResult => ({ title: cleanPage(page)?.title ?? null, text: '' });

async function* score(
  set: string,
  peer: string,
  extract: (page: Page) => Promise<PeerResult>,
  pages: readonly Page[],
): AsyncGenerator<Row> {
  let exact = 0;
  let near = 0;
  for (const page of pages) {
    const { title } = await extract(page);
    if (even(title ?? '') === even(page.title ?? '')) exact += 1;
    if (bagF1(tokensOf(title ?? ''), tokensOf(page.title ?? '')) >= NEAR) near += 1;
  }
  const common = { task: 'titles', set, ...(peer === '' ? {} : { peer }) };
  yield { ...common, metric: 'exact', value: exact / pages.length };
  yield { ...common, metric: 'near', value: near / pages.length };
}

/** NFC, white space and quotation marks evened. */
const even = (title: string): string =>
  title
    .normalize('NFC')
    .replace(/[“”„«»‟″]/g, '"')
    .replace(/[‘’‚‹›′`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

export const titles: EvaluationTask = {
  name: 'titles',
  summary: 'the title of a page: exact, and near (token F1 of .8 or more)',
  run,
};
