import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LaunchFailed } from './server.ts';

export interface Java {
  readonly home: string;
  readonly version: number;
}

const oldest = 21;

/**
 * The newest JDK of version 21 or later among `ES_JAVA_HOME`, `JAVA_HOME`, the system's folders and PATH.
 * Maven needs its compiler, so a bare runtime does not count.
 *
 * @throws {LaunchFailed} where there is none
 */
export const findJava = (env: NodeJS.ProcessEnv): Java => {
  const found = [...new Set(candidates(env))]
    .filter((home) => existsSync(join(home, 'bin', executable('javac'))))
    .map((home) => ({ home, version: versionOf(home) }));
  const [newest] = found
    .filter(({ version }) => version >= oldest)
    .sort((left, right) => right.version - left.version);
  if (newest) return newest;
  const older = found.map(({ home, version }) => `  ${home}: Java ${version}`).join('\n');
  throw new LaunchFailed(
    `Elasticsearch needs a JDK of version ${oldest} or later, and none was found in ES_JAVA_HOME, JAVA_HOME, ` +
      `${systemFolders.join(', ')} or on PATH.${older ? `\nFound, but too old:\n${older}` : ''}\n` +
      'Install one (Eclipse Temurin, or your system\'s "openjdk-21-jdk"), or set ELASTICSEARCH_URL to a running server.',
  );
};

const systemFolders = ['/usr/lib/jvm', '/opt/java', '/Library/Java/JavaVirtualMachines'];

const executable = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

const candidates = (env: NodeJS.ProcessEnv): string[] => [
  ...(env.ES_JAVA_HOME ? [env.ES_JAVA_HOME] : []),
  ...(env.JAVA_HOME ? [env.JAVA_HOME] : []),
  ...systemFolders.flatMap(homesIn),
  ...(process.platform === 'darwin' ? [darwinHome()] : []),
  ...homeOnPath(env),
];

const homesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap((name) => [join(folder, name), join(folder, name, 'Contents/Home')])
    : [];

const darwinHome = (): string =>
  spawnSync('/usr/libexec/java_home', ['-v', `${oldest}+`], { encoding: 'utf8' }).stdout?.trim() ?? '';

/** `java -XshowSettings` names the home, wherever links lead. */
const homeOnPath = (env: NodeJS.ProcessEnv): string[] => {
  const { stderr } = spawnSync('java', ['-XshowSettings:properties', '-version'], {
    encoding: 'utf8',
    env,
    timeout: 20_000,
  });
  const home = /java\.home = (.+)/.exec(stderr ?? '')?.[1]?.trim();
  return home ? [home, dirname(home)] : [];
};

const versionOf = (home: string): number => {
  const { stderr } = spawnSync(join(home, 'bin', executable('java')), ['-version'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
};
