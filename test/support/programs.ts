import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** How to run a program. */
export interface Installed {
  readonly path: string;
  /** For `LD_LIBRARY_PATH`. */
  readonly libraries?: string;
}

export interface Wanted {
  /** A variable that names the program. */
  readonly variable: string;
  /** What it is called on PATH. */
  readonly names: readonly string[];
  /** Debian's package, and where the program lies in it. */
  readonly debian: { readonly name: string; readonly path: string };
}

const run = promisify(execFile);

/**
 * A real program for the long tests: the one that a variable names, else one on PATH, else Debian's package and what it
 * needs, unpacked beside the system: no right of an administrator is asked for.
 *
 * @returns why there is none, where there is none
 */
export const findProgram = async ({ variable, names, debian }: Wanted): Promise<Installed | string> => {
  const named = process.env[variable];
  if (named) return { path: named };
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (found) return { path: found };
  const unpackedTo = join(tmpdir(), `dateline-${debian.name}`);
  try {
    if (!existsSync(unpackedTo)) await unpack(debian.name, unpackedTo);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    return `no ${names[0]} on PATH, and no ${debian.name} from apt: ${why}`;
  }
  const path = join(unpackedTo, debian.path);
  const libraries = [join(path, '..'), ...globSync(join(unpackedTo, 'usr/lib/*-linux-gnu'))].join(delimiter);
  return { path, libraries };
};

const unpack = async (name: string, unpackedTo: string): Promise<void> => {
  const folder = mkdtempSync(`${unpackedTo}-`);
  const packages = join(folder, 'packages');
  mkdirSync(packages);
  const options = ['-o', 'APT::Sandbox::User='];
  const { stdout } = await run('apt-get', ['-s', '--no-install-recommends', 'install', name]);
  const missing = [...stdout.matchAll(/^Inst (\S+)/gm)].flatMap(([, one]) => (one ? [one] : []));
  await run('apt-get', [...options, 'download', ...missing], { cwd: packages });
  for (const file of globSync(join(packages, '*.deb'))) await run('dpkg-deb', ['-x', file, folder]);
  renameSync(folder, unpackedTo);
};
