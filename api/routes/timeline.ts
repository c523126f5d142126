import { z } from 'zod';
import { costOfTimeline } from '../access/cost.ts';
import { csv } from '../render/csv.ts';
import { ndjson } from '../render/json.ts';
import { timelineCsv, timelineNdjson } from '../timeline/rows.ts';
import { type Timeline, timelineParams, timelineSchema } from '../timeline/schema.ts';
import { readTimeline } from '../timeline/timeline.ts';
import { defineRoute } from './define-route.ts';
import { readerOf, sendCacheable } from './read.ts';

const renderers = {
  json: { mediaType: 'application/json', render: (timeline: Timeline) => JSON.stringify(timeline) },
  csv: { mediaType: csv.mediaType, render: timelineCsv },
  ndjson: { mediaType: ndjson.mediaType, render: timelineNdjson },
};

export const timelineRoute = defineRoute({
  method: 'get',
  path: '/v1/timeline',
  id: 'timeline',
  summary: 'Counts over time of one or more queries, and their share of everything published',
  query: timelineParams,
  cost: costOfTimeline,
  answers: {
    'application/json': timelineSchema,
    'text/csv': z.string(),
    'application/x-ndjson': z.string(),
  },
  answer:
    (services) =>
    async ({ request, response, query }) => {
      const { language } = readerOf(request, '/v1/articles', query['ui-lang']);
      const timeline = await readTimeline(query, language, services);
      const { mediaType, render } = renderers[query.format];
      sendCacheable(request, response, mediaType, await render(timeline));
    },
});
