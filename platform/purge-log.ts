import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreUnavailable } from '../domain/errors.ts';
import type { Purge } from './articles/purges.ts';

/** Data that a restored snapshot must not bring back. */
export type Gone =
  | { readonly purged: string; readonly revision: number }
  /** Id of a key. */
  | { readonly revoked: string };

export interface PurgeLog {
  /** On disk when this resolves. @throws {StoreUnavailable} if it cannot be written */
  readonly note: (gone: Gone, now: Date) => Promise<void>;
}

/**
 * Purges and revocations outside the cluster, for a restore into a new one. One file per machine, because the
 * folder may be shared, and only one machine can append to a file safely.
 *
 * @param folder  null keeps none
 */
export const createPurgeLog = (folder: string | null): PurgeLog => ({
  note: async (gone, now) => {
    if (folder === null) return;
    const line = `${JSON.stringify({ at: now.toISOString(), ...gone })}\n`;
    try {
      await mkdir(folder, { recursive: true });
      await appendFile(join(folder, `${hostname()}.ndjson`), line, { flush: true });
    } catch (cause) {
      throw new StoreUnavailable('the log of purges (DATELINE_PURGE_LOG) cannot be written', { cause });
    }
  },
});

/** An unreadable line is an error, because it might be a relevant purge. */
export class UnreadablePurgeLog extends Error {
  override readonly name = 'UnreadablePurgeLog';
}

const entry = z.union([
  z.object({ purged: z.string(), revision: z.number().int() }),
  z.object({ revoked: z.string() }),
]);

/** @throws {UnreadablePurgeLog} if the folder, a file or a line cannot be read */
export const readPurgeLog = async (
  folder: string | null,
): Promise<{ readonly purges: readonly Purge[]; readonly revoked: readonly string[] }> => {
  const purges: Purge[] = [];
  const revoked: string[] = [];
  for (const line of folder === null ? [] : await readLines(folder))
    if ('revoked' in line) revoked.push(line.revoked);
    else purges.push({ id: line.purged, revision: line.revision });
  return { purges, revoked };
};

const readLines = async (folder: string): Promise<readonly z.infer<typeof entry>[]> => {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new UnreadablePurgeLog(`DATELINE_PURGE_LOG: the folder ${folder} cannot be read`, { cause });
  });
  const found: z.infer<typeof entry>[] = [];
  for (const file of files.filter((name) => name.endsWith('.ndjson'))) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
    lines.forEach((line, n) => {
      if (line !== '') found.push(readEntry(line, `${join(folder, file)}:${n + 1}`));
    });
  }
  return found;
};

const readEntry = (line: string, place: string): z.infer<typeof entry> => {
  try {
    return entry.parse(JSON.parse(line));
  } catch (cause) {
    throw new UnreadablePurgeLog(`${place} is not a line of the log of purges: repair or remove it`, {
      cause,
    });
  }
};
