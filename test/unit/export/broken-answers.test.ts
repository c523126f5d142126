import { createServer, type RequestListener } from 'node:http';
import { expect, test } from '@jest/globals';
import { splitPage } from '../../../api/export/raw-page.ts';
import { searchViewRaw } from '../../../api/search/point-in-time.ts';
import { SearchUnavailable } from '../../../domain/errors.ts';
import { readConfig } from '../../../platform/config.ts';
import { createElasticsearch } from '../../../platform/elasticsearch.ts';

/** A page asked of a server that answers so. */
const askOf = async (listener: RequestListener): Promise<unknown> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const elasticsearch = createElasticsearch(readConfig({ ELASTICSEARCH_URL: `http://127.0.0.1:${port}` }));
  try {
    return await searchViewRaw(elasticsearch, { id: 'view', keepAlive: '1m' }, {}, Buffer.alloc(16));
  } finally {
    await elasticsearch.close();
    server.closeAllConnections();
    server.close();
  }
};

test.each<[string, RequestListener]>([
  [
    'HTML of a proxy',
    (_, response) => response.writeHead(502, { 'Content-Type': 'text/html' }).end('<html>'),
  ],
  [
    'a page that a proxy does not find',
    (_, response) => response.writeHead(404, { 'Content-Type': 'text/html' }).end('<html>'),
  ],
  [
    'a connection that is lost in the middle',
    (_, response) => {
      response.writeHead(200, {
        'Content-Type': 'application/vnd.elasticsearch+json',
        'X-Elastic-Product': 'Elasticsearch',
        'Content-Length': 1000,
      });
      response.write('{"took":1,', () => response.destroy());
    },
  ],
])('%s is no answer of Elasticsearch', async (_, listener) => {
  await expect(askOf(listener)).rejects.toThrow(SearchUnavailable);
});

test.each(['<html>', '{}', '{"took":1,'])('%s is no page', (answer) => {
  expect(() => splitPage(Buffer.from(answer))).toThrow(SearchUnavailable);
});
