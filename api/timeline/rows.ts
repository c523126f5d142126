import { stringify } from 'csv-stringify/sync';
import { csvMark, harmless } from '../render/csv.ts';
import type { Timeline } from './schema.ts';

/** One row a bar. */
const rowsOf = ({ series }: Timeline) =>
  series.flatMap(({ q, by, bars }) =>
    bars.map(({ value, ...bar }) => ({
      q,
      by: by?.value ?? null,
      label: by?.label ?? null,
      step: value,
      ...bar,
    })),
  );

const columns = ['q', 'by', 'label', 'step', 'from', 'to', 'count', 'all', 'share'] as const;

export const timelineCsv = (timeline: Timeline): string =>
  csvMark +
  stringify(
    [columns, ...rowsOf(timeline).map((row) => columns.map((name) => harmless(String(row[name] ?? ''))))],
    { record_delimiter: '\r\n' },
  );

export const timelineNdjson = (timeline: Timeline): string =>
  rowsOf(timeline)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');
