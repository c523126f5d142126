import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '../../platform/log.ts';
import { launchElasticsearch, type Server } from '../../stack/launch.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { callCommand } from '../support/call-command.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

/**
 * Writing, workers and commands with the role of `docker/elasticsearch/role.json` on an Elasticsearch with security: no
 * superuser. Long: it starts that server twice.
 */
const long = process.env.DATELINE_LONG_TESTS ? test : test.skip;
const run = promisify(execFile);
const passwords = { elastic: 'password-of-elastic', dateline: 'password "of" dateline' };
let folder: string;
let server: Server;
let site: Installation;
let worker: RunningWorker;
let env: NodeJS.ProcessEnv;

const ask = async (
  url: string,
  method: string,
  path: string,
  body?: object,
  user?: keyof typeof passwords,
) => {
  const answer = await fetch(new URL(path, url), {
    method,
    headers: {
      'content-type': 'application/json',
      ...(user ? { authorization: `Basic ${btoa(`${user}:${passwords[user]}`)}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, text: await answer.text() };
};

/** @param anonymous  the role of requests without a user; every user has its rights, too */
const launch = (anonymous: string): Promise<Server> =>
  launchElasticsearch({
    dataDir: folder,
    heapMb: 700,
    settings: { 'xpack.security.enabled': true, 'xpack.security.authc.anonymous.roles': anonymous },
  });

/** A new cluster knows no password: a first start without any sets that of the superuser. */
const launchSecured = async (): Promise<Server> => {
  const open = await launch('superuser');
  const password = await ask(open.url, 'PUT', '/_security/user/elastic/_password', {
    password: passwords.elastic,
  });
  const health = await ask(open.url, 'PUT', '/_security/role/health', { cluster: ['monitor'] });
  await open.stop();
  expect([password.status, health.status]).toEqual([200, 200]);
  return launch('health');
};

beforeAll(async () => {
  if (!process.env.DATELINE_LONG_TESTS) return;
  folder = await mkdtemp(join(tmpdir(), 'dateline-role-'));
  server = await launchSecured();
  const config = testConfig();
  env = {
    ELASTICSEARCH_URL: server.url,
    ELASTICSEARCH_USERNAME: 'dateline',
    ELASTICSEARCH_PASSWORD: passwords.dateline,
    DATELINE_PREFIX: config.prefix,
  };
  await run('bash', [join(import.meta.dirname, '../../docker/elasticsearch/make-user.sh')], {
    env: {
      ...process.env,
      ELASTICSEARCH_URL: server.url,
      ELASTIC_PASSWORD: passwords.elastic,
      DATELINE_ELASTIC_PASSWORD: passwords.dateline,
      DATELINE_PREFIX: config.prefix,
    },
  });
  const secured = testConfig(env);
  site = await openInstallation(secured);
  worker = createWorker(secured, silentLog());
  await worker.ready;
}, 300_000);

afterAll(async () => {
  await worker?.close();
  await site?.erase();
  await server?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
}, 120_000);

long(
  'articles come in, and every command that works on a live system does its work',
  async () => {
    const article = (id: string) =>
      submission(id, { title: `Harbour ${id}`, body: 'The harbour was opened.' });
    await site.acceptor.accept([article('a'), article('b')], 'live');
    await site.settled();
    expect((await site.client.count({ index: site.names.articles })).count).toBe(2);
    for (const args of [
      ['verify'],
      ['backup'],
      ['backup', '--list'],
      ['keys', 'create', 'reader'],
      ['best-bets', 'set', 'harbour', 'a'],
      ['reindex', '--from', 'index'],
      ['reindex', '--drop-old'],
      ['purge', 'b', '--yes'],
      ['audit', 'verify'],
    ]) {
      const { code, out, told } = await callCommand(site.config.prefix, args, env);
      expect([args, code, `${out}${told}`]).toEqual([
        args,
        0,
        expect.not.stringContaining('security_exception'),
      ]);
    }
    const [, snapshot] =
      /"name":"([^"]+)"/.exec(
        (await callCommand(site.config.prefix, ['backup', '--list', '--json'], env)).out,
      ) ?? [];
    const drill = await callCommand(site.config.prefix, ['restore', snapshot ?? '', '--drill'], env);
    expect([drill.code, drill.told]).toEqual([0, expect.not.stringContaining('security_exception')]);
    const doctor = await callCommand(site.config.prefix, ['doctor', '--json'], env);
    expect(doctor.out).toContain('"analyzers"');
    expect(doctor.out).not.toMatch(/security_exception|could not be looked at/);
  },
  300_000,
);

long('the user has no right beyond its prefix', async () => {
  expect((await ask(server.url, 'PUT', '/other', {}, 'elastic')).status).toBe(200);
  for (const [method, path, body] of [
    ['GET', '/other/_search', undefined],
    ['DELETE', '/other', undefined],
    ['PUT', '/_security/role/more', { cluster: ['all'] }],
    ['GET', '/_security/user', undefined],
    ['PUT', '/_cluster/settings', { persistent: { 'cluster.max_shards_per_node': 2000 } }],
  ] as const)
    expect([method, path, (await ask(server.url, method, path, body, 'dateline')).status]).toEqual([
      method,
      path,
      403,
    ]);
});
