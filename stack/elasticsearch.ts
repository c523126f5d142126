import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { assemble } from './assemble.ts';
import { launchProgram } from './child.ts';
import { lookAtHealth } from './health.ts';
import { findJava } from './java.ts';
import { lentUser, ownFolder, readableFolder } from './ownership.ts';
import { freePort, requireFreePort } from './ports.ts';
import { LaunchFailed, type LaunchOptions, type Server } from './server.ts';

interface Installation {
  readonly home: string;
  readonly origin: string;
}

/**
 * Starts an Elasticsearch of our own on loopback: that of `ES_HOME`, else the one on PATH, else the Maven assembly.
 * Never looks at `ELASTICSEARCH_URL`. Data, configuration, logs and snapshots (`path.repo`) lie below `dataDir`.
 *
 * @returns when `/_cluster/health` is yellow or better
 * @throws {LaunchFailed} with what is missing, or the end of the server's output
 */
export const launchElasticsearch = async (options: LaunchOptions): Promise<Server> => {
  const env = options.env ?? process.env;
  const log = options.log ?? (() => {});
  const installation = await findInstallation(env, log);
  const home = readableFolder(installation.home);
  const port = options.port ? await requireFreePort(options.port, 'Elasticsearch') : await freePort();
  const heapMb = options.heapMb ?? heapFrom(env);
  const own = { ...settings(home, port, await freePort()), ...leases(home, options.leaseSeconds) };
  const folder = prepareFolder(home, options.dataDir, { ...own, ...options.settings });
  log(`Starting Elasticsearch (${installation.origin}) on port ${port} …`);
  const url = `http://127.0.0.1:${port}`;
  const uid = lentUser();
  return launchProgram({
    command: join(home, 'bin', process.platform === 'win32' ? 'elasticsearch.bat' : 'elasticsearch'),
    args: [],
    env: environment(env, folder, heapMb),
    folder,
    url,
    origin: `Elasticsearch (${installation.origin})`,
    patienceSeconds: options.patienceSeconds,
    log,
    look: () => lookAtHealth(url),
    ...(uid === undefined ? {} : { uid }),
  });
};

const findInstallation = async (
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<Installation> => {
  if (env.ES_HOME) return requirePlugins({ home: env.ES_HOME, origin: 'ES_HOME' });
  const onPath = homeOnPath(env);
  if (onPath !== null) return requirePlugins({ home: onPath, origin: 'on PATH' });
  const assembly = await assemble(env, log);
  return { home: assembly.elasticsearch, origin: 'Maven assembly' };
};

/** Without the analysis plugins, Elasticsearch rejects our mappings with an obscure message, so check first. */
const requirePlugins = (installation: Installation): Installation => {
  const folder = join(installation.home, 'plugins');
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const missing = ['analysis-icu', 'analysis-smartcn', 'analysis-kuromoji', 'analysis-nori'].filter(
    (name) => !present.includes(name),
  );
  const forms = present.includes('dateline-forms');
  if (missing.length === 0 && forms) return installation;
  if (missing.length === 0)
    throw new LaunchFailed(
      `The Elasticsearch in ${installation.home} (${installation.origin}) lacks the plugin dateline-forms. ` +
        'Copy its folder from stack/target/*/elasticsearch-*/plugins/ into its plugins/; `mvn -f stack/pom.xml ' +
        'package` makes it under stack/target/manual/.',
    );
  throw new LaunchFailed(
    `The Elasticsearch in ${installation.home} (${installation.origin}) lacks plugins. Add them with:\n` +
      `  ${join(installation.home, 'bin/elasticsearch-plugin')} install ${missing.join(' ')}`,
  );
};

const homeOnPath = (env: NodeJS.ProcessEnv): string | null => {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const program = join(folder, 'elasticsearch');
    if (folder !== '' && existsSync(program)) return dirname(dirname(realpathSync(program)));
  }
  return null;
};

const heapFrom = (env: NodeJS.ProcessEnv): number => {
  const given = env.DATELINE_ES_HEAP_MB;
  if (given === undefined || given === '') return 1024;
  if (/^\d{3,6}$/.test(given)) return Number(given);
  throw new LaunchFailed(`DATELINE_ES_HEAP_MB is "${given}"; expected MiB, such as 1024.`);
};

/** Rewrites the configuration at each start; data is kept. */
const prepareFolder = (home: string, dataDir: string, lines: Settings): string => {
  const folder = ownFolder(dataDir);
  const config = join(folder, 'config');
  rmSync(config, { recursive: true, force: true });
  cpSync(join(home, 'config'), config, { recursive: true });
  for (const name of ['data', 'logs', 'snapshots', 'temporary'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(config, 'elasticsearch.yml'), print({ ...pathsBelow(folder), ...lines }));
  return ownFolder(dataDir);
};

type Settings = Readonly<Record<string, string | number | boolean>>;

const pathsBelow = (folder: string): Settings => ({
  'path.data': join(folder, 'data'),
  'path.logs': join(folder, 'logs'),
  'path.repo': join(folder, 'snapshots'),
});

const settings = (home: string, port: number, transportPort: number): Settings => {
  const has = (module: string): boolean => existsSync(join(home, 'modules', module));
  return {
    'cluster.name': 'dateline',
    'node.name': 'dateline',
    'discovery.type': 'single-node',
    'network.host': '127.0.0.1',
    'http.port': port,
    'transport.port': transportPort,
    'xpack.security.enabled': false,
    'cluster.routing.allocation.disk.threshold_enabled': false,
    ...(has('x-pack-ml') ? { 'xpack.ml.enabled': false } : {}),
    ...(has('ingest-geoip') ? { 'ingest.geoip.downloader.enabled': false } : {}),
  };
};

/** Only our bridge knows this setting; another server would not start with it. */
const leases = (home: string, seconds?: number): Settings =>
  seconds !== undefined && existsSync(join(home, 'plugins', 'analysis-bridge'))
    ? { 'dateline.lease_sync_interval': `${seconds}s` }
    : {};

const print = (lines: Settings): string =>
  Object.entries(lines)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');

const environment = (env: NodeJS.ProcessEnv, folder: string, heapMb: number): NodeJS.ProcessEnv => ({
  PATH: env.PATH,
  LANG: 'C.UTF-8',
  HOME: folder,
  ES_PATH_CONF: join(folder, 'config'),
  ES_TMPDIR: join(folder, 'temporary'),
  ES_JAVA_HOME: findJava(env).home,
  ES_JAVA_OPTS: `-Xms${heapMb}m -Xmx${heapMb}m`,
  // The program that starts the server stays as its parent: a small heap and quick start do for it.
  CLI_JAVA_OPTS: '-Xms16m -Xmx64m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
});
