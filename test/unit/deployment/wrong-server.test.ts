import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../../platform/config.ts';
import { createElasticsearch } from '../../../platform/elasticsearch.ts';
import { describeError } from '../../../scripts/describe-error.ts';

/** Answers as the product would: the client, not we, tells products apart. */
const asked = async (status: number, body: object, headers: Readonly<Record<string, string>> = {}) => {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = createElasticsearch(readConfig({ ELASTICSEARCH_URL: `http://127.0.0.1:${port}` }));
  try {
    return await client.info().then(String, describeError);
  } finally {
    await client.close();
    server.close();
  }
};

test('a server of another product is named as such', async () => {
  const version = { distribution: 'opensearch', number: '2.11.0' };
  expect(await asked(200, { version })).toMatch(/not Elasticsearch \(OpenSearch/);
});

test('a server that is too old is named as such', async () => {
  const error = { type: 'media_type_header_exception', reason: 'Invalid media-type value on headers' };
  const headers = { 'x-elastic-product': 'Elasticsearch' };
  expect(await asked(400, { error, status: 400 }, headers)).toMatch(/older than Elasticsearch 9/);
});
