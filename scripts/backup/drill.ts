import { randomBytes } from 'node:crypto';
import { languages } from '../../languages/index.ts';
import { indexNames } from '../../mappings/names.ts';
import { articleAliases } from '../../mappings/required.ts';
import type { CommandStore } from '../open-store.ts';
import { findCurrent } from '../reindex/plan.ts';
import { verifyStore } from '../verify/run.ts';
import { CannotBackUp, openRepository } from './repository.ts';
import { ownIndicesOf, untilRestored } from './restore.ts';
import { type BackupStore, requireBackup } from './snapshots.ts';

export interface Drilled {
  readonly snapshot: string;
  readonly indices: number;
  readonly articles: number;
  readonly documents: number;
  /** Faults that `verify` finds in the copy; `ahead` means that the article arrived while the snapshot was made. */
  readonly faults: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/**
 * Restores a snapshot beside the current data, under a separate prefix, compares it as `verify` does, and deletes it
 * again, also when it is stopped. API and workers may run. It needs as much disk space as the snapshot.
 *
 * @throws {CannotBackUp}
 */
export const drillRestore = async (
  store: CommandStore & BackupStore,
  snapshot: string,
  stopped: AbortSignal,
): Promise<Drilled> => {
  await requireBackup(store, snapshot);
  const began = Date.now();
  const { client, prefix } = store;
  const side = `${prefix}-drill-${randomBytes(3).toString('hex')}`;
  const repository = await openRepository(store);
  const own = await ownIndicesOf(store, repository, snapshot);
  const besides = own.map((index) => `${side}${index.slice(prefix.length)}`);
  try {
    await client.snapshot.restore({
      repository,
      snapshot,
      indices: own,
      // Its aliases are those of the current data.
      include_aliases: false,
      include_global_state: false,
      rename_pattern: `^${prefix}-(.+)$`,
      rename_replacement: `${side}-$1`,
      master_timeout: '5m',
    });
    await untilRestored(client, besides);
    await addAliases(store, own, side);
    const copy = { ...store, prefix: side, names: indexNames(side) };
    const { articles, documents, findings } = await verifyStore(copy, { stopped, onProgress: () => {} });
    if (stopped.aborted)
      throw new CannotBackUp('stopped before everything was compared; the copy is deleted');
    const faults: Record<string, number> = {};
    for (const { fault } of findings) faults[fault] = (faults[fault] ?? 0) + 1;
    const seconds = Math.round((Date.now() - began) / 1000);
    return { snapshot, indices: own.length, articles, documents, faults, seconds };
  } finally {
    for (let from = 0; from < besides.length; from += 30)
      await client.indices.delete({ index: besides.slice(from, from + 30), ignore_unavailable: true });
  }
};

/** On the index in use, else on the newest of its language: others are kept for a rollback. */
const addAliases = async (
  { client, names, prefix }: CommandStore & BackupStore,
  own: readonly string[],
  side: string,
): Promise<void> => {
  const codes = languages.map(({ code }) => code);
  const serving = await findCurrent({ client, names }, codes);
  const sideNames = indexNames(side);
  const actions = codes.flatMap((code) => {
    const ofLanguage = own.filter((index) => index.startsWith(`${names.articlesOf(code)}-`)).sort();
    const current = serving.get(code) ?? '';
    const home = ofLanguage.includes(current) ? current : ofLanguage.at(-1);
    if (home === undefined) return [];
    const index = `${side}${home.slice(prefix.length)}`;
    return Object.entries(articleAliases(sideNames, code)).map(([alias, body]) => ({
      add: { index, alias, ...body },
    }));
  });
  if (actions.length > 0) await client.indices.updateAliases({ actions });
};
