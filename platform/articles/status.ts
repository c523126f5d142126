import type { Client } from '@elastic/elasticsearch';
import type { StoreNames } from '../names.ts';
import { type FailureRecord, readFailure } from './failures.ts';
import { isPending } from './pending.ts';
import { readHeads } from './stored.ts';

export interface ArticleStatus {
  readonly id: string;
  readonly revision: number;
  readonly state: 'waiting' | 'indexed' | 'deleted' | 'failed';
  readonly received: string;
  readonly publishAt: string | null;
  /** Why its sender withdrew it; null if not withdrawn. */
  readonly withdrawn: string | null;
  readonly failure: Pick<FailureRecord, 'step' | 'reason' | 'detail' | 'at'> | null;
}

/** The processing state of an article. @returns `null` if it was never sent @throws {StoreUnavailable} */
export const readStatus = async (
  store: { readonly client: Client; readonly names: StoreNames },
  id: string,
): Promise<ArticleStatus | null> => {
  const head = (await readHeads(store, [{ id }])).get(id)?.head;
  if (!head) return null;
  const pending = await isPending(store, id);
  const failed = await readFailure(store, id);
  const failure = failed && failed.revision >= head.revision ? failed : null;
  return {
    id,
    revision: head.revision,
    state: stateOf(pending, failure, head.deleted),
    received: head.received,
    publishAt: head.publishAt ?? null,
    withdrawn: head.withdrawn ?? null,
    failure: failure && {
      step: failure.step,
      reason: failure.reason,
      detail: failure.detail,
      at: failure.at,
    },
  };
};

/** Pending work takes precedence over the last failure. */
const stateOf = (
  pending: boolean,
  failure: FailureRecord | null,
  deleted: boolean,
): ArticleStatus['state'] => {
  if (pending) return 'waiting';
  if (failure) return 'failed';
  return deleted ? 'deleted' : 'indexed';
};
