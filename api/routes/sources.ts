import { z } from 'zod';
import { indexNames } from '../../mappings/names.ts';
import { createEntryStore } from '../../platform/sources/entries.ts';
import { sourceModes } from '../../platform/sources/records.ts';
import { showSource } from '../../platform/sources/show.ts';
import { createSourceStore } from '../../platform/sources/store.ts';
import { translatingErrors } from '../search/execute.ts';
import { defineRoute } from './define-route.ts';
import { noParameters } from './route.ts';

const instant = z.string().nullable();

const sourceSchema = z
  .strictObject({
    id: z.string(),
    url: z.string(),
    mode: z.enum(sourceModes).meta({
      description: 'Whether the page of each entry is fetched, or the entry is the article itself',
    }),
    state: z.enum(['new', 'ok', 'failing', 'paused']),
    added: z.string(),
    polled: instant,
    answered: instant.meta({ description: 'Time of the last readable answer' }),
    brought: instant.meta({ description: 'Time of the last new entry' }),
    due: instant.meta({ description: 'Time of the next poll; null while it is paused' }),
    'interval-seconds': z.number(),
    'failures-in-a-row': z.number().int(),
    reason: z.string().nullable().meta({ description: 'Why the last poll failed, or what it left out' }),
    entries: z.strictObject({
      waiting: z.number().int(),
      taken: z.number().int(),
      refused: z.number().int(),
    }),
  })
  .meta({ id: 'Source' });

/** Polled feeds and sitemaps, with their state. */
export const sourcesRoute = defineRoute({
  method: 'get',
  path: '/v1/sources',
  id: 'sources',
  summary: 'Polled feeds and sitemaps, and their state',
  query: noParameters,
  answers: { 'application/json': z.strictObject({ sources: z.array(sourceSchema) }) },
  scope: 'admin',
  answer: ({ config, elasticsearch }) => {
    const names = indexNames(config.prefix);
    const sources = createSourceStore(elasticsearch, names.sources);
    const entries = createEntryStore(elasticsearch, names);
    return async ({ response }) => {
      const [all, counts] = await translatingErrors(async () => {
        const listed = await sources.list();
        return [listed, await entries.countsOf(listed.map(({ id }) => id))] as const;
      });
      response.json({ sources: all.map((source) => showSource(source, counts.get(source.id))) });
    };
  },
});
