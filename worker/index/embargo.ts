import type { Client } from '@elastic/elasticsearch';
import { toTombstone } from '../../domain/document.ts';
import type { Lane } from '../../domain/submission.ts';
import type { IndexNames } from '../../mappings/names.ts';
import { pendingOperation } from '../../platform/articles/pending.ts';
import type { BulkOperation } from '../../platform/bulk.ts';
import { findStanding } from './former.ts';
import { insist, type Persistence } from './insist.ts';
import type { Due } from './load-due.ts';
import { tombstoneOperation } from './operations.ts';

interface EmbargoServices extends Persistence {
  readonly client: Client;
  readonly names: IndexNames;
  readonly laneName: Lane;
}

/**
 * Postpones work that was requested before its time (by `verify --repair`, or a replayed failure): it waits in `pending`
 * for the end of its embargo. If its document is already in an index, because a clock was wrong, it is removed until then.
 *
 * @param early  at the embargoed revision
 * @param isReplay  whether a document may exist; for new articles this is not checked
 */
export const putOff = async (
  early: readonly Due[],
  isReplay: boolean,
  services: EmbargoServices,
): Promise<void> => {
  if (early.length === 0) return;
  const { names, laneName: queue } = services;
  const since = new Date().toISOString();
  const waiting = early.map(({ id, record: { revision, publishAt: notBefore } }) =>
    pendingOperation(names, { items: [{ id, revision, bytes: 0 }], queue, since, notBefore, replay: true }),
  );
  const withdrawn = isReplay ? await withdraw(early, services) : [];
  await insist([...withdrawn, ...waiting], services);
};

/** Tombstones for documents of the embargoed revisions; documents of earlier revisions stay. */
const withdraw = async (
  early: readonly Due[],
  { client, names }: EmbargoServices,
): Promise<readonly BulkOperation[]> => {
  const records = new Map(early.map(({ id, record }) => [id, record]));
  const standing = await findStanding(client, names, [...records.keys()]);
  return standing.flatMap(({ id, language, revision, gone }) => {
    const record = records.get(id);
    return record && !gone && revision === record.revision
      ? [tombstoneOperation(names, toTombstone(id, revision, language, record))]
      : [];
  });
};
