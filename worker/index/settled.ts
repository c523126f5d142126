import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { multiGet } from '../../platform/articles/stored.ts';
import type { StoreNames } from '../../platform/names.ts';
import type { Due } from './load-due.ts';

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

/** Of each article, the revision at which the revisions before a rejected one were last looked through. */
export type Settled = ReadonlyMap<string, number>;

const failed = z.object({ revision: z.number() });

/**
 * A failure is recorded after the revisions before it were looked through. Without this, a sender of unreadable
 * revisions would have up to twenty of them prepared again with each.
 *
 * @throws {StoreUnavailable}
 */
export const readSettled = async (
  { client, names }: Store,
  rejected: readonly { readonly id: string }[],
): Promise<Settled> => {
  const found = await multiGet(client, names.failures, rejected, ['revision']);
  return new Map(found.map(({ _id, _source }) => [_id, failed.parse(_source).revision]));
};

/** Whether the revisions before this one were looked through for an earlier rejected one. */
export const isSettled = ({ id, record }: Due, newest: number, settled: Settled): boolean => {
  const until = settled.get(id) ?? 0;
  return until < newest && record.revision <= until + 1;
};
