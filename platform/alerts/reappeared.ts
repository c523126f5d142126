import { createHash } from 'node:crypto';
import { z } from 'zod';
import { deleteMatching } from '../delete-matching.ts';
import type { Elasticsearch } from '../elasticsearch.ts';

/** Articles that enter the index long after they were received, in a time that alerts have already searched. */
const kind = 'reappeared';
const keptMs = 3_600_000;
const most = 10_000;
const found = z.object({
  hits: z.object({
    hits: z.array(z.object({ _source: z.object({ value: z.object({ article: z.string() }) }) })),
  }),
});

/** Makes alerts include an article for an hour, regardless of when it was received. @throws what the client throws */
export const noteReappeared = async (
  client: Elasticsearch,
  state: string,
  article: string,
  now: Date,
): Promise<void> => {
  const name = createHash('sha256').update(article).digest('base64url');
  await client.index({
    index: state,
    id: `${kind}-${name}`,
    document: { kind, at: now.toISOString(), value: { article } },
  });
};

/** Deletes those of more than an hour ago. @returns the others' ids, 10,000 at most */
export const readReappeared = async (
  client: Elasticsearch,
  state: string,
  now: Date,
): Promise<readonly string[]> => {
  const since = new Date(now.getTime() - keptMs).toISOString();
  const ofKind = { term: { kind } };
  const answer: unknown = await client.search({
    index: state,
    size: most,
    query: { bool: { filter: [ofKind, { range: { at: { gte: since } } }] } },
  });
  await deleteMatching(client, state, { bool: { filter: [ofKind, { range: { at: { lt: since } } }] } });
  return found.parse(answer).hits.hits.map(({ _source }) => _source.value.article);
};
