import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { buildOpenApi } from '../../../api/openapi.ts';
import { formats } from '../../../api/render/index.ts';
import { routes } from '../../../api/routes/index.ts';
import { indexNames } from '../../../mappings/names.ts';
import { newSource } from '../../../platform/sources/records.ts';
import { createSourceStore } from '../../../platform/sources/store.ts';
import { faultOf } from '../../support/contract.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

/** Walks the served OpenAPI document: every path, in every method and format, answers as the document says. */
let service: SearchService;
let examples: Readonly<Record<string, string>>;

beforeAll(async () => {
  service = await startSearchService({
    codes: ['en', 'und'],
    environment: { DATELINE_SMTP_URL: 'smtp://127.0.0.1:1', DATELINE_MAIL_FROM: 'news@dateline.example' },
  });
  await service.index([
    documentOf({
      id: 'one',
      title: 'The bridge',
      agency: ['xinhua'],
      people: ['name:anna'],
      date: '2020-01-02',
    }),
  ]);
  examples = await makeExamples();
}, 180_000);

afterAll(() => service?.stop(), 180_000);

const send = (method: string, path: string, init: RequestInit = {}) =>
  fetch(new URL(path, service.url), {
    ...init,
    method,
    headers: { 'api-key': service.key, 'content-type': 'application/json', ...init.headers },
  });

/** What stands for a parameter: of one path, or wherever it is named so. */
const makeExamples = async (): Promise<Readonly<Record<string, string>>> => {
  await send('PUT', '/v1/articles/written', { body: JSON.stringify(articleBody) });
  await send('PUT', '/v1/articles/failed', {
    body: '<p>x</p>'.repeat(1_000_000),
    headers: { 'content-type': 'text/html' },
  });
  const alert = alertShape.parse(
    await (await send('POST', '/v1/alerts', { body: JSON.stringify(alertBody) })).json(),
  );
  const { elasticsearch, config } = service.services;
  const sources = createSourceStore(elasticsearch, indexNames(config.prefix).sources);
  await sources.create(newSource('https://n.example/feed', 'pages', new Date()));
  const exported = await send('GET', '/v1/export');
  await exported.text();
  return {
    q: 'bridge',
    'GET /v1/articles/{id} id': 'one',
    'GET /v1/articles/{id}/versions id': 'written',
    'GET /v1/articles/{id}/copies id': 'one',
    'GET /v1/articles/{id}/status id': 'written',
    'PUT /v1/articles/{id} id': 'another',
    'DELETE /v1/articles/{id} id': 'another',
    'GET /v1/people/{id} id': 'name:anna',
    'GET /v1/people/{id}/network id': 'name:anna',
    'GET /v1/failures/{id} id': 'failed',
    'POST /v1/failures/{id}/replay id': 'failed',
    'GET /v1/export/{token} token': exported.headers.get('export-token') ?? '',
    ...Object.fromEntries(
      (await newCollections()).map((id, at) => [
        `${['GET', 'PUT', 'DELETE'][at]} /v1/collections/{id} id`,
        id,
      ]),
    ),
    'DELETE /admin/keys/{id} id': await newKey(),
    'GET /v1/alerts/{id}/feed token': new URL(alert.feed.atom ?? '').searchParams.get('token') ?? '',
    ...Object.fromEntries(
      ['GET', 'PATCH', 'DELETE'].flatMap((method) =>
        ['', '/preview', '/matches', '/feed'].map((rest) => [
          `${method} /v1/alerts/{id}${rest} id`,
          alert.id,
        ]),
      ),
    ),
    'POST /v1/alerts/{id}/redeliver id': alert.id,
  };
};

const newCollections = () =>
  Promise.all(
    [1, 2, 3].map(async () => {
      const body = JSON.stringify({ name: 'Asia', countries: ['CN'] });
      const made = await send('POST', '/v1/collections', { body });
      return z.looseObject({ id: z.string() }).parse(await made.json()).id;
    }),
  );

const newKey = async (): Promise<string> => {
  const made = await send('POST', '/admin/keys', { body: JSON.stringify(bodies['POST /admin/keys']) });
  return z.looseObject({ id: z.string() }).parse(await made.json()).id;
};

const alertShape = z.looseObject({ id: z.string(), feed: z.record(z.string(), z.string()) });
const articleBody = { title: 'The bridge', body: 'The bridge over the river was opened on Tuesday.' };
const alertBody = { name: 'Bridges', query: { q: 'bridge' } };

const bodies: Readonly<Record<string, unknown>> = {
  'PUT /v1/articles/{id}': articleBody,
  'POST /v1/articles': { id: 'posted', ...articleBody },
  'POST /v1/alerts': alertBody,
  'POST /v1/alerts/preview': { query: { q: 'bridge' } },
  'POST /v1/subscriptions': { address: 'a@reader.example', query: { q: 'bridge' } },
  'PATCH /v1/alerts/{id}': { name: 'More bridges' },
  'POST /admin/keys': { name: 'a site', scopes: ['read'] },
  'POST /v1/collections': { name: 'Asia', countries: ['CN'] },
  'PUT /v1/collections/{id}': { name: 'Asia', countries: ['CN'] },
};

/** Nothing of this installation can be replayed: its input was too large to keep. */
const refused: Readonly<Record<string, number>> = { 'POST /v1/failures/{id}/replay': 404 };

const parameterShape = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  schema: z.looseObject({ enum: z.array(z.string()).optional() }),
});
type Parameter = z.infer<typeof parameterShape>;

interface Walked {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

/** Deleting comes last, so that the rest has something to ask for. */
const order = ['PUT', 'POST', 'GET', 'PATCH', 'DELETE'];

const walked: readonly Walked[] = Object.entries(buildOpenApi(routes).paths ?? {})
  .flatMap(([path, operations]) =>
    Object.entries(operations ?? {}).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      parameters: z.looseObject({ parameters: z.array(parameterShape).default([]) }).parse(operation)
        .parameters,
    })),
  )
  .sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method));

/** The values to ask with: every one of an enumeration that the path or `format` takes, else the example. */
const valuesOf = (
  walk: Walked,
  { name, in: place, schema, required }: Parameter,
): readonly (string | null)[] => {
  const isVaried = place === 'path' || name === 'format';
  if (schema.enum && isVaried) return schema.enum;
  if (!required && place !== 'path') return [null];
  const example = examples[`${walk.name} ${name}`] ?? examples[name];
  if (example === undefined) throw new Error(`no example for ${name} of ${walk.name}: add one to "examples"`);
  return [example];
};

const addressesOf = (walk: Walked): readonly string[] =>
  walk.parameters
    .reduce<readonly { path: string; query: readonly string[] }[]>(
      (made, parameter) =>
        valuesOf(walk, parameter).flatMap((value) =>
          made.map(({ path, query }) => {
            if (value === null) return { path, query };
            if (parameter.in === 'path')
              return { path: path.replace(`{${parameter.name}}`, encodeURIComponent(value)), query };
            return { path, query: [...query, `${parameter.name}=${encodeURIComponent(value)}`] };
          }),
        ),
      [{ path: walk.path, query: [] }],
    )
    .map(({ path, query }) => (query.length > 0 ? `${path}?${query.join('&')}` : path));

const faultIn = async (method: string, address: string, response: Response): Promise<string | null> => {
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const text = await response.text();
  return faultOf(method, address.split('?')[0] ?? '', response.status, type, () => text);
};

test('the served document is the one that the routes make', async () => {
  const served: unknown = await (await send('GET', '/openapi.json')).json();
  expect(served).toEqual(JSON.parse(JSON.stringify(buildOpenApi(routes))));
});

test.each(walked.map((walk) => [walk.name, walk] as const))(
  '%s answers as documented',
  async (name, walk) => {
    for (const address of addressesOf(walk)) {
      const body = bodies[name];
      const response = await send(
        walk.method,
        address,
        body === undefined ? {} : { body: JSON.stringify(body) },
      );
      const fault = await faultIn(walk.method, address, response.clone());
      const outcome = response.ok ? 'answered' : response.status;
      expect({ address, outcome, fault }).toEqual({
        address,
        outcome: refused[name] ?? 'answered',
        fault: null,
      });
    }
  },
  60_000,
);

describe('every output format', () => {
  test.each(formats.map((format) => [format.name, format] as const))('%s', async (name, format) => {
    for (const address of [`/v1/articles.${name}`, `/v1/articles?format=${name}`]) {
      const response = await send('GET', address);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining(format.mediaType.split(';')[0] ?? ''),
      ]);
      if (format.mediaType.includes('json') && format.name !== 'ndjson')
        format.schema.parse(await response.json());
    }
    if (name === 'json') return;
    const { links } = z
      .looseObject({ links: z.record(z.string(), z.string()) })
      .parse(await (await send('GET', '/v1/articles?q=bridge')).json());
    expect((await send('GET', links[name] ?? '/none')).headers.get('content-type')).toContain(
      format.mediaType.split(';')[0],
    );
  });
});

test('a path takes no method but those of the document', async () => {
  const paths = [...new Set(walked.map(({ path }) => path))];
  for (const path of paths) {
    const documented = walked.filter((walk) => walk.path === path).map(({ method }) => method);
    const address = path.replace(/\{\w+\}/g, 'any');
    for (const method of order.filter((one) => !documented.includes(one))) {
      const response = await send(method, address);
      expect({ address, method, status: response.status }).toEqual({ address, method, status: 405 });
      expect(response.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining(documented));
    }
  }
});

test('a parameter that the document does not name is refused', async () => {
  for (const walk of walked.filter(({ method, name }) => method === 'GET' && !refused[name])) {
    const [address = ''] = addressesOf(walk);
    const response = await send('GET', `${address}${address.includes('?') ? '&' : '?'}colour=red`);
    expect({ address, status: response.status }).toEqual({ address, status: 400 });
  }
});
