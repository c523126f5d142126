import { z } from 'zod';
import { valueFacetNames } from '../facets/names.ts';
import { oneOf, several, single, singleOr, text } from '../params/kinds.ts';
import { filterShape, uiLang } from '../params/search.ts';
import { intervals } from './steps.ts';

const { collapse: _, q: __, ...filters } = filterShape;
const mostQueries = 10;

const timelineFormats = ['json', 'csv', 'ndjson'] as const;

export const timelineParams = z.object({
  q: several(text(2000), mostQueries, 'Queries to compare, each in `q`; none counts everything').default([]),
  ...filters,
  interval: singleOr(oneOf(['auto', ...intervals]), 'auto', 'Length of a step; auto fits the range'),
  'timeline-by': single(oneOf(valueFacetNames), 'Counts split by this: its ten largest values').optional(),
  format: singleOr(oneOf(timelineFormats), 'json', 'json, or one row per bar as csv or ndjson'),
  'ui-lang': uiLang,
});
export type TimelineParams = z.output<typeof timelineParams>;

const bar = z.strictObject({
  value: z.string().meta({ description: '2019-12-20, of a week its Monday; 2019-12, 2019-Q4, 2019' }),
  from: z.string().meta({ description: 'First day that is counted, inside the asked range' }),
  to: z.string(),
  count: z.number().int(),
  all: z.number().int().meta({ description: 'Everything published in this step, ignoring the filters' }),
  share: z
    .number()
    .nullable()
    .meta({ description: 'count / all, six decimals; null if nothing was published' }),
});

const series = z.strictObject({
  q: z.string(),
  by: z
    .strictObject({ name: z.string(), value: z.string(), label: z.string() })
    .nullable()
    .meta({ description: 'With timeline-by: which part of the query; null for the whole' }),
  total: z.number().int(),
  undated: z.number().int().meta({ description: 'How many of these have no date; the bars hold the rest' }),
  bars: z.array(bar),
});

export const timelineSchema = z
  .strictObject({
    interval: z.enum(intervals).nullable().meta({ description: 'null if nothing was found' }),
    from: z.string().nullable(),
    to: z.string().nullable(),
    series: z.array(series),
  })
  .meta({ id: 'Timeline' });

export type Timeline = z.infer<typeof timelineSchema>;
export type TimelineSeries = z.infer<typeof series>;
