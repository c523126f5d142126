import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { listFailures } from '../../platform/articles/find-failures.ts';
import { readPages } from '../../scripts/verify/pages.ts';
import { compare, type Ledger, type Standing, type Verdict } from './ledger.ts';
import type { Scene } from './troubles/trouble.ts';

/** Waits until no work is left, and compares the stored state with what was acknowledged. */
export const judge = async (
  { client, names }: Pick<Scene, 'client' | 'names'>,
  ledger: Ledger,
): Promise<Verdict> => {
  await untilQuiet(client, names.pending);
  // An article that lost a race may be processed again after its pending record is gone.
  await pause(3000);
  await untilQuiet(client, names.pending);
  await client.indices.refresh({ index: [names.articles, names.failures] });
  const standing: Standing[] = [];
  for await (const page of readPages(client, names.articles, { match_all: {} }, ['id', 'title']))
    standing.push(...page.map(({ source }) => found.parse(source)));
  const { failures } = await listFailures({ client, names }, { size: 10_000 });
  return compare(ledger, standing, new Set(failures.map(({ id }) => id)));
};

/** Work that is not done by then counts as stuck. */
const quietMs = 900_000;

const found = z.object({ id: z.string(), title: z.string() });

const untilQuiet = async (client: Scene['client'], pending: string): Promise<void> => {
  for (const end = Date.now() + quietMs; ; ) {
    await client.indices.refresh({ index: pending });
    const { count } = await client.count({ index: pending });
    if (count === 0) return;
    if (Date.now() > end)
      throw new Error(`${count} records are pending after ${quietMs / 60_000} quiet minutes`);
    await pause(300);
  }
};
