import createClient from 'openapi-fetch';
import type { components, paths } from './dateline.js';

type Article = components['schemas']['SearchAnswer']['results'][number];

/** Prints the newest articles of an agency, page by page, and their number by month. */
const base = process.env.DATELINE ?? 'http://127.0.0.1:3000';
const agency = process.argv[2] ?? 'xinhua';
// Some routes also answer with CSV and feeds; without `format`, they answer with JSON.
const client = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl: base });

const line = ({ date, title, page }: Article): string => `${date ?? 'no date'}\t${title}\t${page}`;

for (let page = 1; page <= 3; page += 1) {
  const { data, error } = await client.GET('/v1/articles', {
    params: { query: { agency: [agency], page, 'page-size': 5, sort: 'newest', facets: '' } },
  });
  if (!data) throw new Error(error?.detail ?? 'no answer');
  for (const article of data.results) process.stdout.write(`${line(article)}\n`);
  if (!data.links.next) break;
}

const { data: timeline, error } = await client.GET('/v1/timeline', {
  params: { query: { agency: [agency], interval: 'month' } },
});
if (!timeline) throw new Error(error?.detail ?? 'no answer');
for (const { value, count } of timeline.series[0]?.bars ?? [])
  if (count > 0) process.stdout.write(`${value}\t${count}\n`);
