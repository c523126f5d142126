import { readStatus } from '../../platform/articles/status.ts';
import type { IngestServices } from './services.ts';

const longestWaitMs = 10_000;

/**
 * Waits until readers see a revision, or no longer see a deleted article.
 *
 * @returns `searchable`, `failed`, or `waiting` when ten seconds were not enough
 */
export const waitUntilSearchable = async (
  services: Pick<IngestServices, 'client' | 'names'>,
  id: string,
  revision: number,
): Promise<'searchable' | 'failed' | 'waiting'> => {
  for (const end = Date.now() + longestWaitMs; Date.now() < end; ) {
    const status = await readStatus(services, id);
    if (status?.state === 'failed') return 'failed';
    if (status?.publishAt && Date.parse(status.publishAt) > end) return 'waiting';
    if (status && status.state !== 'waiting') {
      const seen = await findVisible(services, id);
      if (status.state === 'deleted' ? seen === null : (seen ?? 0) >= revision) return 'searchable';
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 'waiting';
};

const findVisible = async (
  { client, names }: Pick<IngestServices, 'client' | 'names'>,
  id: string,
): Promise<number | null> => {
  const { hits } = await client.search<{ revision: number }>({
    index: names.articles,
    size: 1,
    query: { ids: { values: [id] } },
    _source: ['revision'],
    sort: [{ revision: 'desc' }],
  });
  return hits.hits[0]?._source?.revision ?? null;
};
