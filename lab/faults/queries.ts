import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import fc from 'fast-check';
import { languages } from '../../languages/index.ts';
import { indexNames } from '../../mappings/names.ts';
import { requiredIndices } from '../../mappings/required.ts';
import { readConfig } from '../../platform/config.ts';
import { createElasticsearch } from '../../platform/elasticsearch.ts';
import { ensureIndices } from '../../platform/indices.ts';
import { launchTestServers } from '../../scripts/test-servers.ts';

export interface QueryVerdict {
  readonly sent: number;
  readonly understood: number;
  /** Requests answered with 500 or above, or with injected markup. */
  readonly faults: readonly string[];
}

const root = join(import.meta.dirname, '../..');
const CONNECTIONS = 8;

/** Sends random and mutated queries and parameters to a real API; none may cause a 5xx or injected markup. */
export const runQueries = async ({
  count,
  seed,
  log,
}: {
  count: number;
  seed: number;
  log: (line: string) => void;
}): Promise<QueryVerdict> => {
  const servers = await launchTestServers(join(root, '.dateline', `faults-${process.pid}`));
  const prefix = `faults-${randomBytes(4).toString('hex')}`;
  const key = randomBytes(24).toString('hex');
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const environment = {
    ELASTICSEARCH_URL: servers.elasticsearch,
    REDIS_URL: servers.redis,
    DATELINE_PREFIX: prefix,
    DATELINE_KEY: key,
    DATELINE_PORT: String(port),
    DATELINE_LOG_LEVEL: 'error',
  };
  const elasticsearch = createElasticsearch(readConfig(environment));
  await ensureIndices(
    elasticsearch,
    requiredIndices(indexNames(prefix), languages, new Date()).map(({ name, body, aliases }) => ({
      index: name,
      body,
      aliases,
    })),
  );
  const api = fork(join(root, 'api/main.ts'), { env: { ...process.env, ...environment } });
  try {
    await once(api, 'message');
    return await sendAll(fc.sample(urls, { numRuns: count, seed }), `http://127.0.0.1:${port}`, key, log);
  } finally {
    api.kill('SIGTERM');
    await once(api, 'exit');
    for (const { index } of await elasticsearch.cat.indices({ index: `${prefix}-*`, format: 'json' }))
      if (index) await elasticsearch.indices.delete({ index });
    await elasticsearch.close();
    await servers.stop();
  }
};

const sendAll = async (
  paths: readonly string[],
  origin: string,
  key: string,
  log: (line: string) => void,
): Promise<QueryVerdict> => {
  const faults: string[] = [];
  let next = 0;
  let understood = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
        const response = await fetch(`${origin}${path}`, { headers: { 'api-key': key } });
        const text = await response.text();
        if (response.ok) understood += 1;
        if (response.status >= 500 || isInjected(response, text)) faults.push(`${response.status} ${path}`);
        if (next % 1000 === 0) log(`${next} of ${paths.length}, ${faults.length} faults`);
      }
    }),
  );
  return { sent: paths.length, understood, faults };
};

const INJECTION = '<script>dateline</script>';

/** JSON may contain the query in a string; XML must not contain it as an element. */
const isInjected = (response: Response, text: string): boolean =>
  (/xml|html/.test(response.headers.get('content-type') ?? '') && text.includes(INJECTION)) ||
  response.headers.has('x-injected');

const piece = fc.oneof(
  fc.constantFrom(
    'AND',
    'OR',
    'NOT',
    'NEAR/3',
    '(',
    ')',
    '"',
    '«',
    '»',
    '-',
    '=',
    '*',
    ':',
    '..',
    ' ',
    '%0d%0aX-Injected: 1',
  ),
  fc.constantFrom(
    'title:',
    'body:',
    'person:',
    'agency:',
    'lang:zh',
    'date:2019',
    'date:9999..',
    'the',
    'peace',
    '和平',
  ),
  fc.constantFrom(
    INJECTION,
    '\r\nX-Injected: 1',
    '{"match_all":{}}',
    '=cmd|1',
    '../../_all',
    '\u0000',
    '\u202e',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const query = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
const names = [
  'q',
  'agency',
  'person',
  'place',
  'lang',
  'publisher',
  'from-date',
  'sort',
  'page',
  'page-size',
] as const;
const parameter = fc.tuple(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    fc.constantFrom('cursor', 'fields', 'facets', 'collapse', 'match'),
  ),
  fc.oneof(
    query,
    fc.constantFrom('story', 'any', 'newest', 'oldest', '1', '10', '2019', 'zh', '*', 'agency,date', 'id'),
  ),
);
const paths = fc.constantFrom(
  '/v1/articles',
  '/v1/articles.rss',
  '/v1/articles.atom',
  '/v1/articles.csv',
  '/v1/suggest',
  '/v1/people',
  '/v1/facets/person',
  '/',
);

const urls = fc
  .tuple(paths, query, fc.array(parameter, { maxLength: 3 }))
  .map(([path, q, more]) => `${path}?${new URLSearchParams([['q', q], ...more])}`);
