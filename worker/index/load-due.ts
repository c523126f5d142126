import type { Client } from '@elastic/elasticsearch';
import { isEmbargoed, isPublished } from '../../domain/visibility.ts';
import type { RawRecord } from '../../platform/articles/records.ts';
import { readFormer, readPositions, readRecords } from '../../platform/articles/stored.ts';
import type { StoreNames } from '../../platform/names.ts';
import type { JobItem } from '../../platform/queues.ts';

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

/** An article that is due, at the revision to be indexed. */
export interface Due {
  readonly id: string;
  readonly record: RawRecord;
  /** Position of the `raw` record when it was read, for compare-and-set. */
  readonly position: number;
}

export interface Loaded {
  readonly due: readonly Due[];
  /** Work that was never acknowledged, because its raw record was not written. */
  readonly behind: readonly JobItem[];
  /** Named at a revision whose embargo has not ended. */
  readonly early: readonly Due[];
}

/**
 * Reads the articles of a job, each at its newest visible revision. An embargoed revision does not hold back the
 * previous one, which is read from `history`.
 */
export const loadDue = async (store: Store, items: readonly JobItem[]): Promise<Loaded> => {
  const now = new Date();
  const records = await readRecords(store, items);
  const behind = items.filter(({ id, revision }) => (records.get(id)?.revision ?? 0) < revision);
  const embargoed = items.filter(({ id, revision }) => {
    const record = records.get(id);
    return record && record.revision > revision && isEmbargoed(record, now);
  });
  const former = await readPublished(store, embargoed, records);
  const due = items.flatMap(({ id, revision }): Due[] => {
    const newest = records.get(id);
    if (!newest || newest.revision < revision) return [];
    const { seqNo: position, ...written } = newest;
    const record = isEmbargoed(written, now) ? former.get(id) : written;
    return record ? [{ id, record, position }] : [];
  });
  const early = items.flatMap(({ id, revision }): Due[] => {
    const newest = records.get(id);
    if (newest?.revision !== revision || !isEmbargoed(newest, now)) return [];
    const { seqNo: position, ...record } = newest;
    return [{ id, record, position }];
  });
  return { due, behind, early };
};

/**
 * The public revisions before rejected ones: readers keep seeing them, and they may have been replaced before they
 * were indexed themselves. Revisions missing in `history` are left out.
 */
export const loadBefore = async (store: Store, rejected: readonly Due[]): Promise<readonly Due[]> => {
  const positions = new Map(rejected.map(({ id, position }) => [id, position]));
  const found: Due[] = [];
  let open = rejected;
  for (let back = 0; open.length > 0 && back < mostDrafts; back += 1) {
    const replacing = new Map(open.map(({ id, record }) => [id, record]));
    const wanted = open.map(({ id, record }) => ({ id, revision: record.revision - 1 }));
    const former = await readFormer(
      store,
      wanted.filter(({ revision }) => revision > 0),
    );
    const before = [...former].map(([id, record]): Due => ({ id, record, position: positions.get(id) ?? 0 }));
    const isPublic = ({ id, record }: Due): boolean => isPublished(record, replacing.get(id) ?? null);
    found.push(...before.filter(isPublic));
    open = before.filter((one) => !isPublic(one));
  }
  return found.filter(({ record }) => !isEmbargoed(record, new Date()));
};

/** How many unreadable revisions in a row are skipped. */
export const mostBack = 20;

/** How many drafts in a row, replaced before their embargo ended, are skipped. */
const mostDrafts = 20;

/** Former revisions that readers may see: not under embargo, and not replaced before its end. */
const readPublished = async (
  store: Store,
  wanted: readonly JobItem[],
  newest: ReadonlyMap<string, RawRecord>,
): Promise<ReadonlyMap<string, RawRecord>> => {
  const former = await readFormer(store, wanted);
  const replaced = await readFormer(
    store,
    wanted.map(({ id, revision }) => ({ id, revision: revision + 1 })),
  );
  return new Map(
    [...former].filter(
      ([id, record]) =>
        !isEmbargoed(record, new Date()) && isPublished(record, replaced.get(id) ?? newest.get(id) ?? null),
    ),
  );
};

/**
 * Articles with a newer revision since they were read. A worker that indexed that revision in between may
 * have searched for older documents before ours was written; processing the article again finds them all.
 */
export const findOvertaken = async (store: Store, works: readonly Due[]): Promise<readonly Due[]> => {
  const positions = await readPositions(store, works);
  return works.filter(({ id, position }) => positions.get(id) !== position);
};
