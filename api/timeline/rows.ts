import { setImmediate as nextTurn } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import { csvMark, harmless } from '../render/csv.ts';
import type { Timeline } from './schema.ts';

/** One row per bar. */
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

/** After this many rows other requests get a turn. */
const together = 2000;

export const timelineCsv = async (timeline: Timeline): Promise<string> => {
  const rows = rowsOf(timeline);
  let text = csvMark + csvOf([columns]);
  for (let from = 0; from < rows.length; from += together) {
    text += csvOf(
      rows
        .slice(from, from + together)
        .map((row) => columns.map((name) => harmless(String(row[name] ?? '')))),
    );
    await nextTurn();
  }
  return text;
};

const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify([...rows], { record_delimiter: '\r\n' });

export const timelineNdjson = (timeline: Timeline): string =>
  rowsOf(timeline)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');
