import { z } from 'zod';
import { languages } from '../../languages/index.ts';
import { type RawHead, rawHead } from '../../platform/articles/records.ts';
import { redoArticles } from '../../platform/articles/redo.ts';
import { readHeads } from '../../platform/articles/stored.ts';
import type { CommandStore } from '../open-store.ts';
import { type Fault, judgeArticle, type Standing } from './judge.ts';
import { readIds, readPages } from './pages.ts';

export interface Finding {
  readonly id: string;
  readonly revision: number;
  readonly fault: Fault | 'orphan';
}

export interface Verification {
  readonly articles: number;
  readonly documents: number;
  /** Articles in progress when they were read: not judged. */
  readonly waiting: number;
  readonly findings: readonly Finding[];
}

const keptFindings = 100_000;

/**
 * Compares every input with its document, and every document with its input. Articles in progress are left out. May
 * run at any time.
 */
export const verifyStore = async (
  store: CommandStore,
  { stopped, onProgress }: { stopped: AbortSignal; onProgress: (articles: number) => void },
): Promise<Verification> => {
  const { client, names } = store;
  const findings: Finding[] = [];
  const note = (found: readonly Finding[]): void => {
    findings.push(...found.slice(0, keptFindings - findings.length));
  };
  let articles = 0;
  let documents = 0;
  let waiting = 0;
  await client.indices.refresh({ index: [names.raw, names.pending, names.failures, names.articles] });
  for await (const page of readPages(client, names.raw, { match_all: {} }, Object.keys(rawHead.shape))) {
    if (stopped.aborted) break;
    const heads = page.map(({ id, source }) => ({ id, head: rawHead.parse(source) }));
    const judged = await judgePage(store, heads);
    articles += heads.length;
    waiting += judged.waiting;
    note(judged.findings);
    onProgress(articles);
  }
  for await (const page of readPages(client, names.articles, { match_all: {} }, ['revision'])) {
    if (stopped.aborted) break;
    documents += page.length;
    const heads = await readHeads(store, page);
    note(
      page
        .filter(({ id }) => !heads.has(id))
        .map(({ id }) => ({ id, revision: 0, fault: 'orphan' as const })),
    );
  }
  return { articles, documents, waiting, findings };
};

/** Suspects are checked twice: a write between two reads of one page is not a fault. */
const judgePage = async (
  store: CommandStore,
  heads: readonly { readonly id: string; readonly head: RawHead }[],
) => {
  const { client, names } = store;
  const first = await judgeOnce(store, heads);
  if (first.findings.length === 0) return first;
  await client.indices.refresh({ index: [names.articles, names.failures, names.pending] });
  const again = await readHeads(store, first.findings);
  const suspects = [...again].map(([id, { head }]) => ({ id, head }));
  const second = await judgeOnce(store, suspects);
  return { findings: second.findings, waiting: first.waiting + second.waiting };
};

const judgeOnce = async (
  { client, names }: CommandStore,
  heads: readonly { readonly id: string; readonly head: RawHead }[],
): Promise<{ findings: Finding[]; waiting: number }> => {
  const ids = heads.map(({ id }) => id);
  const writing = languages.map(({ code }) => names.articlesOf(code));
  const standing = new Map<string, Standing[]>();
  for await (const page of readPages(client, writing, { terms: { id: ids } }, ['id', 'revision', 'gone']))
    for (const { id, source } of page) {
      const found = source as Standing;
      standing.set(id, [...(standing.get(id) ?? []), found]);
    }
  const failed = new Map<string, number>();
  for (const { id, source } of await readIds(client, names.failures, ids, ['revision']))
    failed.set(id, Number((source as { revision?: number }).revision ?? 0));
  const pending = await findPending(client, names.pending, ids);
  const now = Date.now();
  const findings = heads.flatMap(({ id, head }): Finding[] => {
    if (pending.has(id) && !(head.publishAt != null && Date.parse(head.publishAt) > now)) return [];
    const fault = judgeArticle(head, standing.get(id) ?? [], failed.get(id) ?? 0, now);
    return fault ? [{ id, revision: head.revision, fault }] : [];
  });
  return { findings, waiting: pending.size };
};

/** Which of these wait: under their own ids, or as items of a batch. */
const findPending = async (
  client: CommandStore['client'],
  index: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const pending = new Set((await readIds(client, index, ids, ['id'])).map(({ id }) => id));
  const query = { terms: { 'items.id': [...ids] } };
  for await (const page of readPages(client, index, query, ['items.id']))
    for (const { source } of page) for (const { id } of batch.parse(source).items) pending.add(id);
  return pending;
};

const batch = z.object({ items: z.array(z.object({ id: z.string() })) });

/** Whether the workers can repair it. */
export const isCurable = ({ fault }: Finding): boolean => fault !== 'ahead' && fault !== 'orphan';

/** Sends everything repairable through the workers again. @returns how many */
export const repairFindings = async (store: CommandStore, findings: readonly Finding[]): Promise<number> => {
  const curable = findings.filter(isCurable);
  for (let from = 0; from < curable.length; from += 200)
    await redoArticles(store, curable.slice(from, from + 200), 'bulk');
  return curable.length;
};
