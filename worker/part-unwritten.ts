import type { Client } from '@elastic/elasticsearch';
import { type PendingWork, pendingOperation, strikeOff } from '../platform/articles/pending.ts';
import { sendBulk } from '../platform/bulk.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { StoreNames } from '../platform/names.ts';

interface Services {
  readonly client: Client;
  readonly names: StoreNames;
  readonly metrics: Metrics;
}

/** After this time, no request can still be about to write the raw record of a pending one. */
const orphanMs = 10 * 60_000;

/**
 * Holds back pending work without a raw record, which a crash between `pending` and `raw` leaves; for some time the
 * record may still be written. A partly written batch is split into single records; work that cannot be written any more
 * is dropped, because its sender got no answer and will repeat it.
 *
 * @param revisions  the revisions in `raw`, by id
 * @returns work that can be done, each with its own record
 */
export const partUnwritten = async (
  services: Services,
  works: readonly PendingWork[],
  revisions: ReadonlyMap<string, number>,
): Promise<readonly PendingWork[]> => {
  const ready: PendingWork[] = [];
  for (const work of works) {
    const written = work.items.filter(({ id, revision }) => (revisions.get(id) ?? 0) >= revision);
    if (written.length === work.items.length) ready.push(work);
    else ready.push(...(await part(services, work, written)));
  }
  return ready;
};

const part = async (
  { client, names, metrics }: Services,
  work: PendingWork,
  written: PendingWork['items'],
): Promise<readonly PendingWork[]> => {
  const isOrphaned = Date.now() - Date.parse(work.since) > orphanMs;
  const isBatch = work.items.length > 1;
  if (!isBatch && !isOrphaned) return [];
  const unwritten = work.items.filter((item) => !written.includes(item));
  const parts = [
    ...(written.length > 0 ? [{ ...work, items: written }] : []),
    ...(isOrphaned ? [] : unwritten.map((item) => ({ ...work, items: [item] }))),
  ];
  const outcomes = await sendBulk(
    client,
    parts.map((one) => pendingOperation(names, one)),
  );
  // A conflict means that a newer revision is pending, which includes this work.
  if (outcomes.some(({ kind }) => kind !== 'written' && kind !== 'conflict')) return [];
  await sendBulk(client, strikeOff(names, work.items, isBatch));
  if (isOrphaned) metrics.swept.inc({ what: 'orphan' }, unwritten.length);
  return parts.filter(({ items }) => items === written);
};
