import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const pinnedFile = join(import.meta.dirname, 'checksums.json');
/** Third-party programs that run here: jars, and one Redis for each platform. Our plugins are built from source. */
const foreign = /(?:\.jar|[/]redis-server-[\w.-]+)$/;
const own = /analysis-bridge-[\d.]+(?:-forms)?\.jar$/;

export type Checksums = Readonly<Record<string, string>>;

/** SHA-256 of every third-party program below a folder, by its relative path. */
export const checksumsOf = (folder: string): Checksums =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(folder, path).split(sep).join('/'), path] as const)
      .filter(([name]) => foreign.test(`/${name}`) && !own.test(name))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, path]) => [name, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );

export const pinnedChecksums = (): Checksums => JSON.parse(readFileSync(pinnedFile, 'utf8'));

/** Lists programs of an assembly that are not pinned, differ or are missing: altered downloads must not run here. */
export const differencesFrom = (pinned: Checksums, found: Checksums): readonly string[] =>
  [...new Set([...Object.keys(pinned), ...Object.keys(found)])].filter(
    (name) => pinned[name] !== found[name],
  );
