import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { assemble } from './assemble.ts';
import { launchProgram } from './child.ts';
import { freePort, requireFreePort } from './ports.ts';
import { LaunchFailed, type LaunchOptions, type Server } from './server.ts';

interface Program {
  readonly path: string;
  readonly origin: string;
}

/**
 * Starts a Redis of our own on loopback: `redis-server` or `valkey-server` on PATH, else the one of the Maven
 * assembly. Every write goes to an append-only file, and nothing is evicted, as BullMQ needs it.
 * Never looks at `REDIS_URL`.
 *
 * @throws {LaunchFailed} with what is missing, or the end of the server's output
 */
export const launchRedis = async (options: LaunchOptions): Promise<Server> => {
  const env = options.env ?? process.env;
  const log = options.log ?? (() => {});
  const program = onPath(env) ?? (await assembled(env, log));
  const port = options.port ? await requireFreePort(options.port, 'Redis') : await freePort();
  mkdirSync(options.dataDir, { recursive: true });
  const folder = realpathSync(options.dataDir);
  log(`Starting Redis (${program.origin}) on port ${port} …`);
  return launchProgram({
    command: program.path,
    args: serverArguments(port, folder),
    env,
    folder,
    url: `redis://127.0.0.1:${port}`,
    origin: `Redis (${program.origin})`,
    log,
    look: async () => ((await answersPing(port)) ? 'ready' : { step: 'not answering yet' }),
  });
};

const serverArguments = (port: number, folder: string): string[] =>
  Object.entries({
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    'tcp-backlog': '128',
  }).flatMap(([name, value]) => [`--${name}`, value]);

const onPath = (env: NodeJS.ProcessEnv): Program | null => {
  for (const name of ['redis-server', 'valkey-server']) {
    for (const folder of (env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (folder !== '' && existsSync(path)) return { path, origin: `${name} on PATH` };
    }
  }
  return null;
};

/** Files of the embedded-redis jar, by platform and architecture. */
const builds: Readonly<Record<string, string>> = {
  'linux-x64': 'redis-server-6.2.6-v5-linux-amd64',
  'linux-arm64': 'redis-server-6.2.7-linux-arm64',
  'darwin-x64': 'redis-server-6.2.6-v5-darwin-amd64',
  'darwin-arm64': 'redis-server-6.2.6-v5-darwin-arm64',
  'win32-x64': 'redis-server-5.0.14.1-windows-amd64.exe',
};

const assembled = async (env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<Program> => {
  const build = builds[`${process.platform}-${process.arch}`];
  if (build === undefined) {
    throw new LaunchFailed(
      `No Redis is bundled for ${process.platform}-${process.arch}. Install redis-server or valkey-server, or set REDIS_URL.`,
    );
  }
  const path = join((await assemble(env, log)).redis, build);
  if (process.platform !== 'win32') chmodSync(path, 0o755);
  return { path, origin: 'Maven assembly' };
};

/** Uses a plain socket, because this folder depends on no package. */
const answersPing = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('data', (bytes) => settle(bytes.toString('latin1').startsWith('+PONG')));
  });
