import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { readConfig, variableNames } from '../../../platform/config.ts';
import { createMetrics } from '../../../platform/metrics.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'deploy/kubernetes');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const container = z.object({
  name: z.string(),
  image: z.string(),
  command: z.array(z.string()),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  startupProbe: probe.optional(),
  readinessProbe: probe.optional(),
  livenessProbe: probe.optional(),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
  }),
  resources: z.object({
    requests: z.record(z.string(), z.string()),
    limits: z.record(z.string(), z.string()),
  }),
});
const pod = z.object({
  securityContext: z.object({ runAsNonRoot: z.literal(true) }),
  containers: z.array(container).length(1),
});
const { resources } = z.object({ resources: z.array(z.string()) }).parse(parse(read('kustomization.yaml')));
const objects = resources.flatMap((file) =>
  parseAllDocuments(read(file)).map((one) =>
    z.looseObject({ kind: z.string(), metadata: z.object({ name: z.string() }) }).parse(one.toJS()),
  ),
);
const template = z.object({ spec: z.object({ template: z.object({ spec: pod }) }) });
const deployments = objects
  .filter(({ kind }) => kind === 'Deployment')
  .map((one) => ({
    name: one.metadata.name,
    container: template.parse(one).spec.template.spec.containers[0],
  }));
const tasks = objects
  .filter(({ kind }) => kind === 'CronJob')
  .map((one) => ({
    name: one.metadata.name,
    container: z.object({ spec: z.object({ jobTemplate: template }) }).parse(one).spec.jobTemplate.spec
      .template.spec.containers[0],
  }));
const environment = Object.fromEntries(
  read('config.env')
    .split('\n')
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

describe('the manifests of Kubernetes fit the code', () => {
  test('every file is part of the kustomization, and every object has its own name', () => {
    const files = readdirSync(folder).filter(
      (name) => name.endsWith('.yaml') && name !== 'kustomization.yaml',
    );
    expect([...resources].sort()).toEqual(files.sort());
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('there are API and worker, each with probes that they answer on their port', () => {
    expect(deployments.map(({ name }) => name)).toEqual(['dateline-api', 'dateline-worker']);
    const served = new Map([
      ['dateline-api', 'DATELINE_PORT'],
      ['dateline-worker', 'DATELINE_WORKER_METRICS_PORT'],
    ]);
    for (const { name, container: one } of deployments) {
      const port = environment[served.get(name) ?? ''];
      expect(one?.ports).toEqual([{ name: 'http', containerPort: Number(port) }]);
      expect(one?.startupProbe?.httpGet.path).toBe('/health/ready');
      expect(one?.readinessProbe?.httpGet.path).toBe('/health/ready');
      expect(one?.livenessProbe?.httpGet.path).toBe('/health/live');
    }
  });

  test('commands run files that are there', () => {
    for (const { container: one } of [...deployments, ...tasks]) {
      const entries = one?.command.join(' ').match(/\S+\.ts\b/g) ?? [];
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries) expect(existsSync(join(root, entry))).toBe(true);
    }
  });

  test('every variable is known, and the configuration is accepted', () => {
    for (const variable of Object.keys(environment)) expect(variableNames).toContain(variable);
    const file = join(root, 'package.json');
    const config = readConfig({
      ...environment,
      ELASTICSEARCH_PASSWORD: 'secret',
      // Any file: the certificate stands in the container only.
      ELASTICSEARCH_CA_FILE: file,
    });
    expect(config.elasticsearch.urls).toEqual(['https://elasticsearch-es-http:9200']);
  });

  test('what workers are scaled by is exported', async () => {
    const scaler = objects.find(
      ({ kind, metadata }) => kind === 'HorizontalPodAutoscaler' && metadata.name === 'dateline-worker',
    );
    const names = (await createMetrics({ ofProcess: false }).registry.getMetricsAsJSON()).map(
      ({ name }) => name,
    );
    const [asked] = JSON.stringify(scaler).match(/dateline_\w+/) ?? [];
    expect(names).toContain(asked);
  });
});
