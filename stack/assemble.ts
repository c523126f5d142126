import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checksumsOf, differencesFrom, pinnedChecksums } from './checksums.ts';
import { findJava } from './java.ts';
import { LaunchFailed } from './server.ts';

export interface Assembly {
  /** The unpacked server, with our plugins installed. */
  readonly elasticsearch: string;
  /** Contains one redis-server for each platform. */
  readonly redis: string;
}

const stack = import.meta.dirname;
const target = join(stack, 'target');
const lock = join(target, 'assembly.lock');

/**
 * Assembles the servers with Maven: once for each version of the pom and of the plugins' sources. Later calls need
 * neither Maven nor a network. Several processes may call this at the same time.
 *
 * @throws {LaunchFailed} where Maven or a JDK is missing, or the build fails (the first one needs Maven Central)
 */
export const assemble = async (env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<Assembly> => {
  const folder = join(target, fingerprint());
  if (!existsSync(folder)) {
    mkdirSync(target, { recursive: true });
    await takeLock(log);
    try {
      if (!existsSync(folder)) await build(folder, env, log);
    } finally {
      rmSync(lock, { force: true });
    }
  }
  const server = readdirSync(folder).find((name) => name.startsWith('elasticsearch-'));
  if (server === undefined) throw new LaunchFailed(`${folder} holds no server. Delete it and start again.`);
  return { elasticsearch: join(folder, server), redis: join(folder, 'redis') };
};

/** Hash of everything that the build reads. */
const fingerprint = (): string => {
  const hash = createHash('sha256').update(readFileSync(join(stack, 'pom.xml')));
  const sources = readdirSync(join(stack, 'src'), { recursive: true, encoding: 'utf8' }).sort();
  for (const name of sources) {
    const path = join(stack, 'src', name);
    if (statSync(path).isFile()) hash.update(relative(stack, path)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
};

/** Builds in a temporary folder and renames it, so that an interrupted build never looks complete. */
const build = async (folder: string, env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<void> => {
  const java = findJava(env);
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  log('Assembling Elasticsearch and Redis by Maven, once (a minute or so) …');
  const { code, output } = await runMaven(
    ['-B', '-q', '-f', join(stack, 'pom.xml'), `-Dassembly.directory=${partial}`, 'package'],
    { ...env, JAVA_HOME: java.home },
  );
  if (code !== 0) throw new LaunchFailed(explain(code, output));
  const differing = differencesFrom(pinnedChecksums(), checksumsOf(partial));
  if (differing.length > 0)
    throw new LaunchFailed(
      `Maven brought other programs than those pinned in stack/checksums.json: ${differing.slice(0, 5).join(', ')}. ` +
        'Nothing of it was started. If the pom names new versions, pin them (stack/README.md).',
    );
  renameSync(partial, folder);
};

const runMaven = (
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn(windows ? 'mvn.cmd' : 'mvn', args, {
      env,
      shell: windows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-4_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', () => resolve({ code: 127, output }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });

const explain = (code: number, output: string): string =>
  code === 127
    ? 'Maven (mvn) was not found. It assembles the embedded Elasticsearch and Redis. Install Maven 3.8 or later, ' +
      'or set ES_HOME to an official Elasticsearch 9.2 with the plugins analysis-icu, -smartcn, -kuromoji and ' +
      '-nori, or set ELASTICSEARCH_URL and REDIS_URL to running servers.'
    : `Maven could not assemble the servers (exit ${code}). The first time it needs Maven Central or a mirror ` +
      `named in Maven's settings.xml.\n${output.trim()}`;

/** The lock contains the pid of its owner. It no longer counts when that process is gone. */
const takeLock = async (log: (line: string) => void): Promise<void> => {
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch {
      if (!isAlive(owner())) rmSync(lock, { force: true });
      else if (!told) {
        log('Another process is assembling the servers; waiting for it …');
        told = true;
      }
    }
    await wait(300);
  }
};

const owner = (): number => {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
};

/** An empty lock has just been created, so its owner is running. */
const isAlive = (pid: number): boolean => {
  if (pid === 0) return existsSync(lock) && Date.now() - statSync(lock).mtimeMs < 5_000;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
