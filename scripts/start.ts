import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findServers, LaunchFailed, type Servers } from '../stack/launch.ts';
import { type RunningChild, startChild } from './start/children.ts';
import { keepSecret, takeDataFolder } from './start/data-folder.ts';
import { requireFreePort } from './start/free-port.ts';
import { InvalidUse, readStartOptions, type StartOptions, startUsage } from './start/options.ts';
import { ingestSamples } from './start/samples.ts';

/** `npm start`: starts servers, worker and API, imports the samples, prints addresses, and stops everything together. */
const root = join(import.meta.dirname, '..');
const closers: { readonly name: string; readonly close: () => Promise<void> | void }[] = [];
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const main = async (): Promise<void> => {
  const options = readStartOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(startUsage);
    return;
  }
  await requireFreePort(options.host, options.port);
  const folder = resolve(root, options.dataDir);
  const giveBack = takeDataFolder(folder);
  closers.push({ name: 'data folder', close: giveBack });
  const servers = await startServers(folder);
  if (ending) return;
  const key = options.key ?? keepSecret(folder, 'development-key');
  const env = environment(options, servers, key);
  const logs = join(folder, 'logs');
  mkdirSync(logs, { recursive: true });
  say('Starting worker and API …');
  const children = (['worker', 'api'] as const).map((name) => startChild(name, `${name}/main.ts`, env, logs));
  for (const child of children) closers.push({ name: child.name, close: child.stop });
  await Promise.all(children.map(({ ready }) => ready));
  if (ending) return;
  watch(servers, children);
  const { launched } = servers.elasticsearch;
  if (options.samples ?? launched) await takeInSamples(env);
  if (ending) return;
  process.stdout.write(welcome(options, key, logs));
};

const takeInSamples = async (env: NodeJS.ProcessEnv): Promise<void> => {
  const samples = ingestSamples(env, say);
  closers.push({ name: 'samples', close: samples.stop });
  await samples.done;
};

const startServers = async (folder: string): Promise<Servers> => {
  say('Bringing up Elasticsearch and Redis …');
  const servers = await findServers({ dataDir: folder, log: say });
  closers.push({ name: 'servers', close: servers.stop });
  say(`Elasticsearch: ${servers.elasticsearch.origin} at ${redact(servers.elasticsearch.url)}`);
  say(`Redis: ${servers.redis.origin} at ${redact(servers.redis.url)}`);
  return servers;
};

const redact = (url: string): string => {
  const address = new URL(url);
  if (address.password) address.password = '…';
  return address.href;
};

const environment = ({ host, port }: StartOptions, servers: Servers, key: string): NodeJS.ProcessEnv => ({
  // There is no load balancer that must notice the shutdown first.
  DATELINE_DRAIN_MS: '0',
  ELASTICSEARCH_URL: servers.elasticsearch.url,
  REDIS_URL: servers.redis.url,
  DATELINE_HOST: host,
  DATELINE_PORT: String(port),
  DATELINE_PUBLIC_URL: process.env.DATELINE_PUBLIC_URL || publicUrlOf(host, port),
  DATELINE_KEY: key,
});

/** The address is only known if the server is bound to this machine. */
const publicUrlOf = (host: string, port: number): string =>
  host === '127.0.0.1' || host === 'localhost' ? `http://${host}:${port}` : '';

/** If one child exits unexpectedly, everything stops, with the reason. */
const watch = (servers: Servers, children: readonly RunningChild[]): void => {
  const fail = (name: string, how: string): void => {
    if (!ending)
      say(`\n${name} ended: ${how}\nStopping the rest. Nothing accepted is lost; start again to continue.`);
    void end(1);
  };
  for (const { name, exited } of children) void exited.then((how) => fail(name, how));
  const { elasticsearch, redis } = servers;
  for (const [name, server] of Object.entries({ Elasticsearch: elasticsearch, Redis: redis })) {
    void server.exited.then(({ code, signal }) => fail(name, signal ?? `exit code ${code}`));
  }
};

let ending = false;
const end = async (code: number): Promise<void> => {
  if (ending) return;
  ending = true;
  for (const { name, close } of closers.toReversed()) {
    try {
      await close();
    } catch (error) {
      say(`Could not stop ${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  process.exit(code);
};

const welcome = ({ host, port }: StartOptions, key: string, logs: string): string => {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return `
Dateline is running.

  Search          ${address}/
  Box on pages    ${address}/demo
  API             ${address}/v1/articles?q=…
  API documents   ${address}/docs
  Queues          ${address}/admin/queues   (any name, the key as password)
  Key             ${key}
  Logs            ${logs}

Ctrl-C stops everything; the data stays.
`;
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!ending) say('\nStopping …');
    // A requested end is not a failure.
    void end(0);
  });
}

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const isPlain = error instanceof InvalidUse || error instanceof LaunchFailed;
  return isPlain ? error.message : (error.stack ?? error.message);
};

main().catch(async (error: unknown) => {
  say(describe(error));
  await end(error instanceof InvalidUse ? 2 : 1);
});
