import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import { translatingErrors } from '../search/execute.ts';
import type { ApiServices } from '../services.ts';

/** The state of an export at the end of a page: enough to resume from there. */
export const checkpointSchema = z.object({
  page: z.number().int(),
  /** Sort values of the last article. */
  after: z.array(z.unknown()),
  count: z.number().int(),
  /** Bytes before the checkpoint itself. */
  bytes: z.number().int(),
  /** Saved state of the hash over these bytes, base64. */
  hash: z.string(),
  sha256: z.string(),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

export const exportSchema = z.object({
  token: z.string(),
  at: z.string(),
  /** The query string of the request. */
  query: z.string(),
  format: z.enum(['ndjson', 'csv']),
  view: z.string(),
  complete: z.boolean(),
  count: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string().nullable(),
  pages: z.number().int(),
});
export type ExportRecord = z.infer<typeof exportSchema>;

export const tokenPattern = /^[0-9a-f]{32}$/;
export const newToken = (): string => randomBytes(16).toString('hex');

/** Records of exports and their checkpoints, found by `token` and `cursor`. */
export const createExportStore = ({
  elasticsearch,
  config,
}: Pick<ApiServices, 'elasticsearch' | 'config'>) => {
  const index = indexNames(config.prefix).exports;
  const read = async (id: string): Promise<unknown> =>
    translatingErrors(async () => {
      const found = await elasticsearch.get<{ value?: unknown }>({ index, id }, { ignore: [404] });
      if (!found.found) throw new NotFound('no such export');
      return found._source?.value;
    });
  const write = (id: string, token: string, complete: boolean, value: unknown): Promise<unknown> =>
    translatingErrors(() =>
      elasticsearch.index({ index, id, document: { token, at: new Date().toISOString(), complete, value } }),
    );
  return {
    get: async (token: string): Promise<ExportRecord> => exportSchema.parse(await read(token)),
    put: (record: ExportRecord) => write(record.token, record.token, record.complete, record),
    checkpoint: async (token: string, page: number): Promise<Checkpoint> =>
      checkpointSchema.parse(await read(`${token}@${page}`)),
    putCheckpoint: (token: string, checkpoint: Checkpoint) =>
      write(`${token}@${checkpoint.page}`, token, false, checkpoint),
  };
};
export type ExportStore = ReturnType<typeof createExportStore>;
