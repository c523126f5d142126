import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig, variableNames } from '../../../platform/config.ts';
import { nodeOptionsOf } from '../../../scripts/start/children.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'deploy/systemd');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const services = readdirSync(folder).filter((name) => name.endsWith('.service'));

/** The values of a key of a unit, in order. */
const valuesOf = (unit: string, key: string): readonly string[] =>
  [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);

const assignments = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(/\s+/)
      .filter((part) => /^[A-Z_]+=/.test(part))
      .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );

const exampleEnvironment = (): Record<string, string> =>
  assignments(read('dateline.env.example').replace(/^#.*$/gm, ''));

describe('the units of systemd fit the code', () => {
  test('there is one for each process, and one for backups', () => {
    expect(services).toEqual([
      'dateline-api@.service',
      'dateline-backup.service',
      'dateline-worker@.service',
    ]);
  });

  test.each(services)('%s starts a file that is there, as an ordinary user', (name) => {
    const unit = read(name);
    const [program = '', ...given] = valuesOf(unit, 'ExecStart')[0]?.split(' ') ?? [];
    expect(program).toBe('/opt/dateline/node_modules/.bin/node');
    const entry = given.find((part) => part.endsWith('.ts')) ?? '';
    expect(existsSync(join(root, entry))).toBe(true);
    expect(valuesOf(unit, 'User')).toEqual(['dateline']);
    expect(valuesOf(unit, 'NoNewPrivileges')).toEqual(['yes']);
  });

  test.each(services)('%s: its variables, with those of the example, are accepted', (name) => {
    const own = assignments(valuesOf(read(name), 'Environment').join(' ').replaceAll('%i', '8080'));
    const foreign = new Set(['NODE_ENV', 'MALLOC_ARENA_MAX']);
    const environment = { ...exampleEnvironment(), ...own };
    for (const variable of Object.keys(environment))
      if (!foreign.has(variable)) expect(variableNames).toContain(variable);
    expect(readConfig({ ...environment, ELASTICSEARCH_PASSWORD: 'secret' }).api.publicUrl).toBe(
      'https://search.example',
    );
  });

  test.each(['api', 'worker'] as const)('%s has the same options of Node as under npm start', (name) => {
    expect(valuesOf(read(`dateline-${name}@.service`), 'ExecStart')[0]).toContain(
      nodeOptionsOf(name).join(' '),
    );
  });

  test('the proxies ask the ports of the guide, and keep the metrics inside', () => {
    const guide = readFileSync(join(root, 'docs/operations.md'), 'utf8');
    const ports = [...guide.matchAll(/dateline-api@(\d+)/g)].map(([, port]) => port);
    expect(new Set(ports)).toEqual(new Set(['8080', '8081']));
    for (const proxy of ['Caddyfile', 'nginx.conf']) {
      for (const port of ports) expect(read(proxy)).toContain(`127.0.0.1:${port}`);
      expect(read(proxy)).toContain('/metrics');
    }
  });

  const verifier = spawnSync('systemd-analyze', ['--version']);
  const withVerifier = verifier.status === 0 ? test : test.skip;
  withVerifier('systemd understands every line (needs systemd-analyze)', () => {
    for (const name of readdirSync(folder).filter((file) => /\.(?:service|timer)$/.test(file))) {
      const { stderr } = spawnSync('systemd-analyze', ['verify', join(folder, name)], { encoding: 'utf8' });
      const complaints = stderr
        .split('\n')
        .filter((line) => line.includes('dateline-') && !line.includes('is not executable'));
      expect(complaints).toEqual([]);
    }
  });
});
