import { glob, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

export type FileKind = 'text' | 'html' | 'json' | 'ndjson' | 'warc' | 'xml';

/** One file to take in. */
export interface SourceFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly gzipped: boolean;
  /** Goes before ids read from it: its name without endings, unless the caller says otherwise. */
  readonly namespace: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

const kinds: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  html: 'html',
  htm: 'html',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  warc: 'warc',
  rss: 'xml',
  atom: 'xml',
  xml: 'xml',
};
const ending = /\.(txt|html?|json|ndjson|jsonl|warc|rss|atom|xml)(\.gz)?$/i;

/**
 * Files named, found in folders at any depth, or matching globs; each once, sorted. Other endings are left out of
 * folders.
 *
 * @throws where an argument names nothing, or a file of an unknown kind
 */
export const findFiles = async (
  wanted: readonly string[],
  namespace: string | undefined,
): Promise<readonly SourceFile[]> => {
  const found = new Map<string, SourceFile>();
  for (const argument of wanted) {
    const before = found.size;
    for (const path of await expand(argument)) {
      const file = await describe(path, namespace);
      if (file) found.set(file.path, file);
    }
    if (found.size === before && !(await exists(argument))) throw new Error(`${argument}: no such file`);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
};

const expand = async (argument: string): Promise<readonly string[]> => {
  const stats = await stat(argument).catch(() => null);
  if (stats?.isFile()) {
    if (!ending.test(argument))
      throw new Error(
        `${argument}: not .txt, .html, .json, .ndjson, .warc, .rss, .atom or .xml (each also .gz)`,
      );
    return [argument];
  }
  return Array.fromAsync(glob(stats ? join(argument, '**/*') : argument));
};

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

const describe = async (path: string, namespace: string | undefined): Promise<SourceFile | null> => {
  const match = ending.exec(path);
  const stats = await stat(path);
  const kind = kinds[match?.[1]?.toLowerCase() ?? ''];
  if (!match || !kind || !stats.isFile()) return null;
  const name = namespace ?? basename(path).replace(ending, '');
  return {
    path: resolve(path),
    kind,
    gzipped: match[2] !== undefined,
    namespace: name === '' ? '' : `${name}:`,
    bytes: stats.size,
    modifiedMs: Math.floor(stats.mtimeMs),
  };
};
