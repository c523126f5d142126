import type { Client } from '@elastic/elasticsearch';
import type { RawRecord } from '../../platform/articles/records.ts';
import { readFormer, readPositions, readRecords } from '../../platform/articles/stored.ts';
import type { StoreNames } from '../../platform/names.ts';
import type { JobItem } from '../../platform/queues.ts';

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

/** An article whose time has come, at the revision to be indexed. */
export interface Due {
  readonly id: string;
  readonly record: RawRecord;
  /** Where `raw` stood when it was read. */
  readonly position: number;
}

export interface Loaded {
  readonly due: readonly Due[];
  /** What was never acknowledged, since its raw record did not follow. */
  readonly behind: readonly JobItem[];
  /** Named at a revision whose embargo has not ended. */
  readonly early: readonly Due[];
}

/**
 * Reads what a job names, each at the newest revision that may be seen. One that is embargoed does not hold back the
 * one before it, which comes from `history`.
 */
export const loadDue = async (store: Store, items: readonly JobItem[]): Promise<Loaded> => {
  const records = await readRecords(store, items);
  const behind = items.filter(({ id, revision }) => (records.get(id)?.revision ?? 0) < revision);
  const embargoed = items.filter(({ id, revision }) => {
    const record = records.get(id);
    return record && record.revision > revision && isEmbargoed(record);
  });
  const former = await readFormer(store, embargoed);
  const due = items.flatMap(({ id, revision }): Due[] => {
    const newest = records.get(id);
    if (!newest || newest.revision < revision) return [];
    const { seqNo: position, ...written } = newest;
    const record = isEmbargoed(written) ? former.get(id) : written;
    return record && !isEmbargoed(record) ? [{ id, record, position }] : [];
  });
  const early = items.flatMap(({ id, revision }): Due[] => {
    const newest = records.get(id);
    if (newest?.revision !== revision || !isEmbargoed(newest)) return [];
    const { seqNo: position, ...record } = newest;
    return [{ id, record, position }];
  });
  return { due, behind, early };
};

/**
 * The revisions before some that were rejected: they stay with readers, and may have been overtaken before they were
 * indexed themselves. What `history` does not hold, or holds under embargo, is left out.
 */
export const loadBefore = async (store: Store, rejected: readonly Due[]): Promise<readonly Due[]> => {
  const wanted = rejected.map(({ id, record }) => ({ id, revision: record.revision - 1 }));
  const former = await readFormer(
    store,
    wanted.filter(({ revision }) => revision > 0),
  );
  return rejected.flatMap(({ id, position }): Due[] => {
    const record = former.get(id);
    return record && !isEmbargoed(record) ? [{ id, record, position }] : [];
  });
};

/** So many revisions in a row that cannot be read are looked behind. */
export const mostBack = 20;

export const isEmbargoed = ({ publishAt }: RawRecord): boolean =>
  publishAt != null && Date.parse(publishAt) > Date.now();

/**
 * Those of which somebody has written a newer revision since they were read. A worker that indexed it in between may
 * have looked for older documents before ours was written; whoever does it once more finds them all.
 */
export const findOvertaken = async (store: Store, works: readonly Due[]): Promise<readonly Due[]> => {
  const positions = await readPositions(store, works);
  return works.filter(({ id, position }) => positions.get(id) !== position);
};
