import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';

/** `nobody`: Elasticsearch refuses to run as root, so it runs as this user instead. */
const nobody = 65534;

/** The user to run Elasticsearch as: the current one, except for root. */
export const lentUser = (): number | undefined => (process.getuid?.() === 0 ? nobody : undefined);

/**
 * Creates a folder that this user owns and can reach. If a parent folder denies access to others (a checkout below
 * `/root`), the folder is created in the system's folder for lasting temporary files, with a symbolic link to it.
 */
export const ownFolder = (path: string): string => {
  mkdirSync(dirname(path), { recursive: true });
  if (lentUser() === undefined) {
    mkdirSync(path, { recursive: true });
    return realpathSync(path);
  }
  if (!existsSync(path)) {
    if (reachable(dirname(path))) mkdirSync(path);
    else symlinkSync(makeElsewhere(path), path);
  }
  const real = realpathSync(path);
  giveAway(real);
  return real;
};

/** The same files where this user can read them: in place, or in a copy that is made once. */
export const readableFolder = (path: string): string => {
  if (lentUser() === undefined || reachable(path)) return path;
  const copy = join(elsewhere(path), basename(path));
  if (!existsSync(copy)) cpSync(path, copy, { recursive: true, preserveTimestamps: true });
  return copy;
};

const elsewhere = (path: string): string =>
  join('/var/tmp', `dateline-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`);

const makeElsewhere = (path: string): string => {
  const folder = elsewhere(path);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
};

/** Whether others may pass through every folder above; folders for temporary files are opened for that. */
const reachable = (path: string): boolean => {
  const real = realpathSync(path);
  const parts = real.split(sep);
  return parts.every((_, depth) => {
    const folder = parts.slice(0, depth + 1).join(sep) || sep;
    const { mode, uid } = statSync(folder);
    if ((mode & 0o001) !== 0) return true;
    if (!folder.startsWith(realpathSync(tmpdir()) + sep) || uid !== process.getuid?.()) return false;
    chmodSync(folder, mode | 0o011);
    return true;
  });
};

const giveAway = (path: string): void => {
  if (lstatSync(path).isSymbolicLink()) return;
  chownSync(path, nobody, nobody);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveAway(join(path, name));
};
