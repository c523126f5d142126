import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig, variableNames } from '../../../platform/config.ts';
import { nodeOptionsOf } from '../../../scripts/start/children.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const service = z.object({
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
});
const compose = z
  .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
  .parse(parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }));

/** What Compose puts in for `${NAME:-default}` and `${NAME:?why}`. */
const resolved = (environment: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(
        /\$\{\w+(?::-([^}]*)|:\?[^}]*)?\}/g,
        (_, fallback: string | undefined) => fallback ?? 'secret',
      ),
    ]),
  );

describe('docker-compose.yml fits the code', () => {
  test('every service that stays has a health check', () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      ['api', 'elasticsearch', 'elasticsearch-user', 'proxy', 'redis', 'worker'].sort(),
    );
    const { 'elasticsearch-user': _once, ...lasting } = compose.services;
    for (const { healthcheck } of Object.values(lasting)) expect(healthcheck?.test.length).toBeGreaterThan(1);
  });

  test('api and worker can be scaled: only the proxy takes ports of the host', () => {
    const published = Object.entries(compose.services).filter(([, { ports }]) => ports.length > 0);
    expect(published.map(([name]) => name)).toEqual(['proxy']);
    const { api } = compose.services;
    const caddyfile = readFileSync(join(root, 'docker/proxy/Caddyfile'), 'utf8');
    expect(caddyfile).toContain(`dynamic a api ${resolved(api?.environment ?? {}).DATELINE_PORT} `);
    expect(resolved(api?.environment ?? {}).DATELINE_TRUSTED_PROXIES).toBe('1');
  });

  test('api and worker are no superusers of Elasticsearch, and what makes their user is there', () => {
    for (const name of ['api', 'worker'])
      expect(compose.services[name]?.environment.ELASTICSEARCH_USERNAME).toBe('dateline');
    const role = z
      .object({ cluster: z.array(z.string()), indices: z.array(z.object({ names: z.array(z.string()) })) })
      .parse(JSON.parse(readFileSync(join(root, 'docker/elasticsearch/role.json'), 'utf8')));
    expect(role.cluster).not.toContain('all');
    expect(role.indices.flatMap(({ names }) => names)).toEqual(['@PREFIX@-*']);
    expect(existsSync(join(root, 'docker/elasticsearch/make-user.sh'))).toBe(true);
  });

  test('the volume of snapshots belongs to the user of the server', () => {
    const image = readFileSync(join(root, 'docker/elasticsearch.Dockerfile'), 'utf8');
    expect(image).toContain('chown elasticsearch:root snapshots');
  });

  test.each(['api', 'worker'])('%s: every variable is known and the environment is accepted', (name) => {
    const environment = resolved(compose.services[name]?.environment ?? {});
    for (const variable of Object.keys(environment)) expect(variableNames).toContain(variable);
    const config = readConfig(environment);
    expect(config.elasticsearch.urls).toEqual(['http://elasticsearch:9200']);
    expect(config.redis.url).toBe('redis://redis:6379');
  });

  test.each(['api', 'worker'])('%s: the command runs a file that is there', (name) => {
    const entry = compose.services[name]?.command?.at(-1) ?? '';
    expect(existsSync(join(root, entry))).toBe(true);
  });

  test.each(['api', 'worker'] as const)(
    '%s: has the same space for new objects as under npm start',
    (name) => {
      const image = readFileSync(join(root, 'docker/dateline.Dockerfile'), 'utf8');
      const given = [image, ...(compose.services[name]?.command ?? [])].join(' ');
      const space = /--max-semi-space-size=\d+/g;
      expect(given.match(space)?.at(-1)).toBe(nodeOptionsOf(name).join(' ').match(space)?.at(-1));
    },
  );

  test('health checks ask the ports and paths that the processes serve', () => {
    const { api, worker } = compose.services;
    const port = (name: string) => resolved(compose.services[name]?.environment ?? {});
    expect(api?.healthcheck?.test.join(' ')).toContain(`:${port('api').DATELINE_PORT}/health/ready`);
    expect(worker?.healthcheck?.test.join(' ')).toContain(
      `:${port('worker').DATELINE_WORKER_METRICS_PORT}/health/ready`,
    );
    expect(readFileSync(join(root, 'worker/main.ts'), 'utf8')).toContain("'/health/ready'");
    expect(readFileSync(join(root, 'api/routes/health.ts'), 'utf8')).toContain('/health/ready');
  });

  test('images are built from files that are there, with every folder that the processes load', () => {
    for (const { build } of Object.values(compose.services)) {
      if (build) expect(existsSync(join(root, build.dockerfile))).toBe(true);
    }
    const image = readFileSync(join(root, 'docker/dateline.Dockerfile'), 'utf8');
    for (const folder of [
      'domain',
      'languages',
      'authorities',
      'mappings',
      'models',
      'platform',
      'worker',
      'api',
    ]) {
      expect(image).toContain(`COPY ${folder} ${folder}`);
    }
    const server = readFileSync(join(root, 'docker/elasticsearch.Dockerfile'), 'utf8');
    for (const plugin of ['icu', 'smartcn', 'kuromoji', 'nori'])
      expect(server).toContain(`analysis-${plugin}`);
    expect(server).toContain('plugins/dateline-forms');
  });
});
