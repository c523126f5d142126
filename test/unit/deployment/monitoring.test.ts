import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMetrics } from '../../../platform/metrics.ts';

const docker = join(import.meta.dirname, '..', '..', '..', 'docker');
const read = (path: string): string => readFileSync(join(docker, path), 'utf8');

const dashboard = z
  .object({
    panels: z.array(
      z.object({
        id: z.number(),
        type: z.string(),
        title: z.string().min(1),
        targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })).default([]),
      }),
    ),
  })
  .parse(JSON.parse(read('grafana/dateline.json')));

const rule = z.object({
  alert: z.string().regex(/^Dateline[A-Z]\w+$/),
  expr: z.string(),
  labels: z.object({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.object({ summary: z.string().min(1), action: z.string().min(1) }),
});
const { groups } = z
  .object({ groups: z.array(z.object({ rules: z.array(rule) })) })
  .parse(parse(read('prometheus/alerts.yml')));
const rules = groups.flatMap((group) => group.rules);

const scrape = z
  .object({
    rule_files: z.array(z.string()),
    scrape_configs: z.array(z.object({ job_name: z.string(), metrics_path: z.string() })),
  })
  .parse(parse(read('prometheus/prometheus.yml')));
const jobs = scrape.scrape_configs.map(({ job_name }) => job_name);

/** Every series of a process with the labels that Prometheus knows it by; `up` is Prometheus's own. */
const exported = async (): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const series = new Map([['up', new Set(['job', 'instance'])]]);
  const { registry } = createMetrics();
  for (const { name, type } of await registry.getMetricsAsJSON()) {
    const metric: unknown = registry.getSingleMetric(name);
    const { labelNames = [] } = z.object({ labelNames: z.array(z.string()).optional() }).parse(metric);
    const labels = new Set([...labelNames, 'job', 'instance']);
    if (String(type) !== 'histogram') series.set(name, labels);
    else
      for (const part of ['bucket', 'sum', 'count'])
        series.set(`${name}_${part}`, part === 'bucket' ? new Set([...labels, 'le']) : labels);
  }
  return series;
};

const metricName = /\b(?:(?:dateline|process|nodejs)_\w+|up)\b/g;

/** Names of metrics in a query, and the labels that it asks of them. */
const readQuery = (query: string) => {
  const matchers = [...query.matchAll(/\{([^}]*)\}/g)].map(([, inner = '']) => inner);
  const grouped = [...query.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, inner = '']) => inner.split(/, */));
  return {
    metrics: query.replace(/\{[^}]*\}/g, '').match(metricName) ?? [],
    labels: [...matchers.flatMap((inner) => inner.match(/\w+(?=\s*(?:=~?|!=|!~)\s*")/g) ?? []), ...grouped],
  };
};

const queries = [
  ...dashboard.panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => [`panel ${title}`, expr] as const),
  ),
  ...rules.map(({ alert, expr }) => [`alert ${alert}`, expr] as const),
];

describe('dashboard and alert rules fit the metrics', () => {
  test.each(queries)('%s: %s', async (_, query) => {
    const series = await exported();
    const { metrics, labels } = readQuery(query);
    expect(metrics.length).toBeGreaterThan(0);
    for (const metric of metrics) {
      expect([...series.keys()]).toContain(metric);
      for (const label of labels) expect([metric, ...(series.get(metric) ?? [])]).toContain(label);
    }
    const wanted = [...query.matchAll(/job=~?"([^"]+)"/g)].map(
      ([, pattern = '']) => new RegExp(`^${pattern}$`),
    );
    for (const pattern of wanted) expect(jobs.some((job) => pattern.test(job))).toBe(true);
    expect(query.split('(').length).toBe(query.split(')').length);
  });

  test('every metric of ours is on the dashboard', async () => {
    const shown = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join('\n');
    const own = (await createMetrics({ ofProcess: false }).registry.getMetricsAsJSON()).map(
      ({ name }) => name,
    );
    expect(own.filter((name) => !shown.includes(name))).toEqual([]);
  });

  const promtool = spawnSync('promtool', ['--version']);
  const withPromtool = promtool.status === 0 ? test : test.skip;
  withPromtool('faults fire their alarm, and it stops (needs promtool)', () => {
    const run = spawnSync('promtool', ['test', 'rules', join(docker, 'prometheus/alerts.test.yml')]);
    expect(`${run.stdout}${run.stderr}`).toContain('SUCCESS');
    expect(run.status).toBe(0);
  });

  test('every rule that promtool tests is there', () => {
    const tested = [...read('prometheus/alerts.test.yml').matchAll(/alertname: (\w+)/g)].map(
      ([, name]) => name,
    );
    expect(tested.length).toBeGreaterThan(8);
    for (const name of tested) expect(rules.map(({ alert }) => alert)).toContain(name);
  });

  test('outcomes that alarms count have their series from the start', async () => {
    const { webhooks, alertRuns } = createMetrics({ ofProcess: false });
    const outcomes = async (counter: typeof webhooks) =>
      (await counter.get()).values.map(({ labels, value }) => `${labels.outcome} ${value}`);
    expect(await outcomes(webhooks)).toEqual(['delivered 0', 'failed 0', 'given-up 0']);
    expect(await outcomes(alertRuns)).toEqual(['done 0', 'failed 0']);
  });

  test('panels and alerts have names of their own, and legends name labels of their query', () => {
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    for (const { targets } of dashboard.panels)
      for (const { expr, legendFormat } of targets)
        for (const [, label = ''] of legendFormat.matchAll(/\{\{(\w+)\}\}/g))
          if (label !== 'job' && label !== 'instance') expect(readQuery(expr).labels).toContain(label);
  });

  test('the scrape configuration loads the rules and asks where the processes answer', () => {
    expect(scrape.rule_files).toEqual(['alerts.yml']);
    for (const job of scrape.scrape_configs) expect(job.metrics_path).toBe('/metrics');
    expect(jobs).toEqual(['dateline-api', 'dateline-worker']);
  });
});
