import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '../../stack/ports.ts';
import type { Installed } from './programs.ts';
import { until } from './until.ts';

/** A real Prometheus that scrapes two processes and evaluates our rules. */
export interface TestPrometheus {
  /** Names of the alarms that fire now, each with its labels. */
  readonly firing: () => Promise<readonly Readonly<Record<string, string>>[]>;
  readonly stop: () => Promise<void>;
}

const alerts = z.object({
  data: z.object({
    alerts: z.array(z.object({ state: z.string(), labels: z.record(z.string(), z.string()) })),
  }),
});

/** As the operators' rules, but seconds for minutes and hours: what counts is whether a fault reaches its alarm. */
const hastened = (rules: string): string =>
  rules
    .replace(/\bfor: \d+[mh]/g, 'for: 1s')
    .replace(/\[\d+[mh]\]/g, '[15s]')
    .replace(/\boffset \d+[mh]/g, 'offset 15s');

/** @param targets  `host:port` by the name of its job */
export const startPrometheus = async (
  { path }: Installed,
  targets: Readonly<Record<string, string>>,
): Promise<TestPrometheus> => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-prometheus-'));
  const rules = readFileSync(join(import.meta.dirname, '../../docker/prometheus/alerts.yml'), 'utf8');
  writeFileSync(join(folder, 'alerts.yml'), hastened(rules));
  const jobs = Object.entries(targets).map(([job_name, target]) => ({
    job_name,
    static_configs: [{ targets: [target] }],
  }));
  const every = { scrape_interval: '2s', scrape_timeout: '2s', evaluation_interval: '1s' };
  const configuration = { global: every, rule_files: ['alerts.yml'], scrape_configs: jobs };
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(configuration));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    path,
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
    ],
    { stdio: 'ignore' },
  );
  const ask = async (route: string): Promise<Response | null> =>
    fetch(`http://${address}${route}`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
  await until(async () => (await ask('/-/ready'))?.ok === true, 60_000);
  return {
    firing: async () => {
      const answer: unknown = await (await ask('/api/v1/alerts'))?.json();
      const { data } = alerts.parse(answer);
      return data.alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels);
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
