import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deleteMatching } from '../../platform/delete-matching.ts';
import { createElasticsearch } from '../../platform/elasticsearch.ts';
import { testConfig } from '../support/installation.ts';

const config = testConfig();
const client = createElasticsearch(config);
const [words, numbers] = [`${config.prefix}-words`, `${config.prefix}-numbers`];

/** The shard of one index answers, that of the other fails. */
const request = { index: [words, numbers], query: { term: { value: 'bridge' } } };

beforeAll(async () => {
  for (const [index, type] of [[words, 'keyword'] as const, [numbers, 'long'] as const])
    await client.indices.create({ index, mappings: { properties: { value: { type } } } });
  await client.index({ index: words, document: { value: 'bridge' }, refresh: true });
  await client.index({ index: numbers, document: { value: 1 }, refresh: true });
}, 60_000);

afterAll(async () => {
  await client.indices.delete({ index: [words, numbers] });
  await client.close();
}, 60_000);

test('what some shards alone answer is an error, unless it is asked for', async () => {
  await expect(client.search(request)).rejects.toThrow();
  await expect(client.count(request)).rejects.toThrow('1 of 2 shards failed');
  await expect(deleteMatching(client, `${words},${numbers}`, request.query)).rejects.toThrow();
  const partial = await client.search({ ...request, allow_partial_search_results: true });
  expect(partial._shards.failed).toBe(1);
  expect(partial.hits.hits).toHaveLength(1);
}, 60_000);
