import { z } from 'zod';
import type { Accepted, Submission } from '../../domain/submission.ts';
import { isPending } from '../../platform/articles/pending.ts';
import { readStatus } from '../../platform/articles/status.ts';
import { multiGet } from '../../platform/articles/stored.ts';
import { pause } from '../../platform/pause.ts';
import type { IngestServices } from './services.ts';

const longestWaitMs = 10_000;
const lookEveryMs = 100;

export type WaitState = 'searchable' | 'failed' | 'waiting';
type Store = Pick<IngestServices, 'client' | 'names'>;

/**
 * Waits until readers see a revision, or no longer see a deleted article.
 *
 * @returns `searchable`, `failed`, or `waiting` when ten seconds were not enough
 */
export const waitUntilSearchable = async (
  services: Store,
  id: string,
  revision: number,
): Promise<WaitState> => {
  for (const end = Date.now() + longestWaitMs; Date.now() < end; ) {
    const status = await readStatus(services, id);
    if (status?.state === 'failed') return 'failed';
    if (status?.publishAt && Date.parse(status.publishAt) > end) return 'waiting';
    if (status && status.state !== 'waiting') {
      const seen = (await findVisible(services, [id])).get(id);
      if (status.state === 'deleted' ? seen === undefined : (seen ?? 0) >= revision) return 'searchable';
    }
    await pause(lookEveryMs);
  }
  return 'waiting';
};

/**
 * The same for the articles of a batch, with few requests however many they are. Those whose embargo ends later are
 * not waited for.
 *
 * @returns a state for each accepted or unchanged article
 */
export const waitForBatch = async (
  services: Store,
  batch: readonly { readonly submission: Submission; readonly accepted: Accepted }[],
): Promise<ReadonlyMap<string, WaitState>> => {
  const states = new Map<string, WaitState>();
  const end = Date.now() + longestWaitMs;
  let open = batch.filter(({ accepted: { outcome } }) => outcome === 'accepted' || outcome === 'unchanged');
  for (const { accepted } of open) states.set(accepted.id, 'waiting');
  open = open.filter(({ submission: { publishAt } }) => !publishAt || Date.parse(publishAt) <= end);
  while (open.length > 0 && Date.now() < end) {
    const ids = open.map(({ accepted }) => accepted.id);
    const found = await Promise.all([findVisible(services, ids), findFailed(services, ids)]).catch(
      () => null,
    );
    // The lines are accepted, whatever happens while we look.
    if (!found) break;
    const [visible, failed] = found;
    for (const { submission, accepted } of open) {
      const { id, revision } = accepted;
      const isSeen =
        submission.input === null
          ? !visible.has(id) && !(await isPending(services, id).catch(() => true))
          : (visible.get(id) ?? 0) >= revision;
      if (isSeen) states.set(id, 'searchable');
      else if ((failed.get(id) ?? 0) >= revision) states.set(id, 'failed');
    }
    open = open.filter(({ accepted }) => states.get(accepted.id) === 'waiting');
    if (open.length > 0) await pause(lookEveryMs);
  }
  return states;
};

const revised = z.object({ revision: z.number() });

const findFailed = async (
  { client, names }: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const found = await multiGet(
    client,
    names.failures,
    ids.map((id) => ({ id })),
    ['revision'],
  );
  return new Map(found.map(({ _id, _source }) => [_id, revised.parse(_source).revision]));
};

/** The newest revision that readers see of each article; without those that they do not see. */
const findVisible = async (
  { client, names }: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { hits } = await client.search<{ revision: number }>({
    index: names.articles,
    // An article that changes its language may stand in two indices for a moment.
    size: 2 * ids.length,
    query: { ids: { values: [...ids] } },
    _source: ['revision'],
    sort: [{ revision: 'asc' }],
  });
  return new Map(hits.hits.map(({ _id = '', _source }) => [_id, _source?.revision ?? 0]));
};
