import { Command } from 'commander';
import { compareParagraphs } from '../api/versions/difference.ts';
import type { ArticleDocument } from '../domain/document.ts';
import { redoArticles } from '../platform/articles/redo.ts';
import { readHeads } from '../platform/articles/stored.ts';
import { auditCommand } from './audit.ts';
import { type CommandStore, withStore } from './open-store.ts';
import { alwaysJson, printLine } from './print-line.ts';
import { type MadeAgain, makeAgain } from './reindex/make-again.ts';
import { openPreparers } from './reindex/open-preparers.ts';
import type { Hit } from './reindex/transform.ts';

/** `npm run dateline -- reclean`. */
export const recleanCommand = new Command('reclean')
  .description('clean and enrich single articles again, from their stored inputs')
  .argument('<ids...>', 'ids of articles')
  .option('--diff', 'change nothing; show what this version of the code would change')
  .option(...alwaysJson)
  .addHelpText('after', '\nPrints lines of JSON. Exit: 0 done, 1 no such article, 2 wrong call.')
  .action((ids: string[], { diff = false }: { diff?: boolean }) =>
    withStore((store) => (diff ? showChanges(store, ids) : redo(store, ids))),
  );

const redo = async (store: CommandStore, ids: readonly string[]): Promise<void> => {
  const heads = await readHeads(
    store,
    ids.map((id) => ({ id })),
  );
  const known = ids.flatMap((id) => {
    const head = heads.get(id)?.head;
    return head && !head.deleted ? [{ id, revision: head.revision }] : [];
  });
  await redoArticles(store, known, 'live');
  const sent = new Set(known.map(({ id }) => id));
  await auditCommand(store, 'reclean', [...sent]);
  for (const id of ids) {
    printLine({ id, state: sent.has(id) ? 'waiting' : 'no such article' });
    if (!sent.has(id)) process.exitCode = 1;
  }
};

const showChanges = async (store: CommandStore, ids: readonly string[]): Promise<void> => {
  const hits = await findHits(store, ids);
  const preparers = await openPreparers(store);
  try {
    const made = await makeAgain(preparers, hits);
    for (const id of ids) {
      const hit = hits.find((one) => one.id === id);
      const line = hit ? { id, ...outcomeOf(hit.source, made.get(id)) } : { id, state: 'no such article' };
      printLine(line);
      if (!hit) process.exitCode = 1;
    }
  } finally {
    await preparers.close();
  }
};

const findHits = async ({ client, names }: CommandStore, ids: readonly string[]): Promise<readonly Hit[]> => {
  const { hits } = await client.search<ArticleDocument>({
    index: names.articles,
    size: ids.length,
    query: { ids: { values: [...ids] } },
    version: true,
  });
  return hits.hits.flatMap(({ _id, _version, _source }) =>
    _id !== undefined && _source ? [{ id: _id, version: _version ?? 0, source: _source }] : [],
  );
};

const outcomeOf = (before: ArticleDocument, made: MadeAgain | undefined): object => {
  if (!made) return { state: 'no input is kept' };
  if (made.kind !== 'document') return { state: 'would fail', reason: made.reason, detail: made.detail };
  const after: Record<string, unknown> = JSON.parse(made.json);
  const fields = changesOf({ ...before }, after);
  const paragraphs = compareParagraphs(before.body.split('\n'), String(after.body).split('\n')).filter(
    ({ change }) => change !== 'same',
  );
  const isSame = fields.length === 0 && paragraphs.length === 0;
  return isSame ? { state: 'same' } : { state: 'would change', fields, paragraphs };
};

/** Left out of the comparison: shown as paragraphs, derived from others, or added when the document is written. */
const apart = new Set(['body', 'lead', 'kinds', 'signature', 'proof', 'mentions']);

const changesOf = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    return apart.has(field) || JSON.stringify(old) === JSON.stringify(now)
      ? []
      : [{ field, before: old, after: now }];
  });
