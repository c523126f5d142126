import type { Request, Response } from 'express';
import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { shorten } from '../../domain/shorten.ts';
import { indexNames } from '../../mappings/names.ts';
import type { Gate } from '../access/caller.ts';
import { costOf } from '../access/cost.ts';
import { noteAudit, noteSometimes } from '../access/note-audit.ts';
import { createHashThreads } from '../export/hash-threads.ts';
import { KEEP_ALIVE } from '../export/read-pages.ts';
import { createExportStore, type ExportRecord, newToken, tokenPattern } from '../export/record.ts';
import { type ExportJob, streamExport } from '../export/stream.ts';
import { createExportLimit } from '../export/under-way.ts';
import { matching, oneOf, single, singleOr, wholeNumber } from '../params/kinds.ts';
import { parseParameters, readQuery } from '../params/read.ts';
import { filterShape, searchSchema, uiLang } from '../params/search.ts';
import { LAST_RESULT } from '../search/page-links.ts';
import { queryOf as queryFrom } from '../search/plan.ts';
import { closeView, openView } from '../search/point-in-time.ts';
import { totalHits } from '../search/search-articles.ts';
import { understand } from '../search/understand.ts';
import type { ApiServices } from '../services.ts';
import { defineRoute } from './define-route.ts';
import { oncePerService } from './once.ts';
import { parametersOf, queryOf, readerOf } from './read.ts';
import { noParameters } from './route.ts';
import { sendParts } from './send-parts.ts';

const { collapse: _, ...filters } = filterShape;

const exportParams = z.object({
  ...filters,
  format: singleOr(oneOf(['ndjson', 'csv']), 'ndjson', 'Default ndjson'),
  'ui-lang': uiLang,
});

const resumeParams = z.object({
  token: single(matching(tokenPattern, 'is not a token of an export'), 'Token of an interrupted export'),
  cursor: single(wholeNumber(1, 9_999_999), '`cursor` of the last `page` record that was read'),
});

const exportStateSchema = z
  .strictObject({
    token: z.string(),
    format: z.enum(['ndjson', 'csv']),
    complete: z.boolean(),
    count: z.number().int(),
    bytes: z.number().int(),
    sha256: z.string().nullable(),
  })
  .meta({ id: 'Export' });

/** What all exports of a process share. */
type ExportTools = Pick<ExportJob, 'store' | 'threads'> & {
  /** Exports without a key are audited only so often. */
  readonly noteOpen: typeof noteAudit;
};

const mediaTypes = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' } as const;

const toolsOf = oncePerService(
  (services): ExportTools => ({
    store: createExportStore(services),
    threads: createHashThreads(),
    noteOpen: noteSometimes(),
  }),
);

const text = z.string();

/** `token` decides which of the two sets of parameters applies; each is strictly validated. */
const eitherParams = exportParams.extend({
  token: resumeParams.shape.token.optional(),
  cursor: resumeParams.shape.cursor.optional(),
});

/** Every match, streamed from one point in time. */
const exportRoute = defineRoute({
  method: 'get',
  path: '/v1/export',
  id: 'export',
  summary: 'Every match, streamed; with token and cursor instead, continues an interrupted export',
  query: eitherParams,
  cost: costOf,
  answers: { 'application/x-ndjson': text, 'text/csv': text },
  answer: (services, gate) => {
    const tools = toolsOf(services);
    const limit = createExportLimit();
    return async ({ request, response, query, caller }) => {
      const resumed = query.token ?? null;
      const stream = resumed === null ? begin : resume;
      await limit.run(await caller(), request.ip ?? '', resumed, async () => {
        const token = await stream(request, response, services, tools, gate);
        return response.writableFinished ? null : token;
      });
    };
  },
});

const stateRoute = defineRoute({
  method: 'get',
  path: '/v1/export/{token}',
  id: 'exportState',
  summary: 'Count and hash of an export',
  query: noParameters,
  answers: { 'application/json': exportStateSchema },
  answer: (services) => {
    const { store } = toolsOf(services);
    return async ({ response, parameter }) => {
      if (!tokenPattern.test(parameter('token'))) throw new NotFound('no such export');
      const { token, format, complete, count, bytes, sha256 } = await store.get(parameter('token'));
      response.set('Cache-Control', 'no-store').json({ token, format, complete, count, bytes, sha256 });
    };
  },
});

export const exportRoutes = [exportRoute, stateRoute];

const begin = async (
  request: Request,
  response: Response,
  services: ApiServices,
  tools: ExportTools,
  gate: Gate,
): Promise<string> => {
  const params = parametersOf(request, exportParams);
  const query = readTo(params, services);
  const index = indexNames(services.config.prefix).articles;
  await allowSize(query, index, request, services, gate);
  const record: ExportRecord = {
    token: newToken(),
    at: services.clock().toISOString(),
    query: queryOf(request).toString(),
    format: params.format,
    view: await openView(services.elasticsearch, index, KEEP_ALIVE),
    complete: false,
    count: 0,
    bytes: 0,
    sha256: null,
    pages: 0,
  };
  await tools.store.put(record).catch(async (error: unknown) => {
    await closeView(services.elasticsearch, record.view);
    throw error;
  });
  const reader = readerOf(request, '/v1/articles', params['ui-lang']);
  await noteExport(request, record, services, tools, gate);
  await send(response, record, streamExport({ record, query, reader, ...tools, from: null }, services));
  return record.token;
};

/** It holds what the archive held when it was begun, and may have lost since. */
const LONGEST_WITHOUT_KEY_MS = 3_600_000;

const resume = async (
  request: Request,
  response: Response,
  services: ApiServices,
  tools: ExportTools,
  gate: Gate,
): Promise<string> => {
  const { token, cursor } = parametersOf(request, resumeParams);
  const record = await tools.store.get(token);
  const { key } = await gate.callerOf(request);
  if (key === null && services.clock().getTime() - Date.parse(record.at) > LONGEST_WITHOUT_KEY_MS)
    throw new NotFound('this export was begun over an hour ago: start again', { gone: true });
  const params = parseParameters(exportParams, readQuery(new URLSearchParams(record.query)));
  const query = readTo(params, services);
  await allowSize(query, indexNames(services.config.prefix).articles, request, services, gate);
  const from = await tools.store.checkpoint(token, cursor);
  const reader = readerOf(request, '/v1/articles', params['ui-lang']);
  await noteExport(request, record, services, tools, gate, cursor);
  await send(response, record, streamExport({ record, query, reader, ...tools, from }, services));
  return token;
};

/** Audits who exported which part of the archive. */
const noteExport = async (
  request: Request,
  { token, query, format }: ExportRecord,
  services: ApiServices,
  { noteOpen }: ExportTools,
  gate: Gate,
  cursor?: number,
): Promise<void> => {
  const { key } = await gate.callerOf(request);
  const note = key === null ? noteOpen : noteAudit;
  // Of a caller whom nobody knows, a long query would only fill the disk.
  const asked = key === null ? shorten(query, 2000) : query;
  const detail = { query: asked, format, ...(cursor === undefined ? {} : { cursor }) };
  await note(services, { key, action: 'export', subject: token, address: request.ip, detail });
};

const readTo = (params: z.output<typeof exportParams>, { authorities }: ApiServices) => {
  const { format: __, ...asked } = params;
  const understood = understand({ ...searchSchema.parse({}), ...asked, facets: [] }, authorities);
  return queryFrom(
    understood.text,
    understood.filters.map(({ clause }) => clause),
  );
};

/** Beyond 10,000 results a read key is required, so that the export can be attributed. */
const allowSize = async (
  query: Readonly<Record<string, unknown>>,
  index: string,
  request: Request,
  { execute }: ApiServices,
  gate: Gate,
): Promise<void> => {
  const [answer] = await execute([
    { index, optional: false, global: false, body: { query, size: 0, track_total_hits: LAST_RESULT + 1 } },
  ]);
  if (totalHits(answer) > LAST_RESULT)
    await gate.require(request, 'read', { why: `exports of more than ${LAST_RESULT} articles` });
};

const send = (response: Response, record: ExportRecord, parts: AsyncGenerator<Buffer>): Promise<void> =>
  sendParts(
    response,
    {
      'Content-Type': mediaTypes[record.format],
      'Cache-Control': 'no-store',
      'Export-Token': record.token,
      'Content-Disposition': `attachment; filename="dateline.${record.format}"`,
    },
    parts,
  );
