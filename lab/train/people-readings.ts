import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readArabicNews, type TrainingArticle, toPoints } from './people-articles.ts';

/**
 * Arabic labels `ar-read`: names that we marked ourselves in 160 articles (`people-readings-ar.json` holds line,
 * length read, and offsets; no text).
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, labels: { type: 'string' } } });
const articles = await readArabicNews(values.data ?? '');

interface Labelled {
  readonly text: string;
  readonly spans: readonly (readonly [number, number])[];
}

const labelByReading = (): Labelled[] => {
  const rows: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, 'people-readings-ar.json'), 'utf8'),
  );
  if (!Array.isArray(rows)) throw new Error('people-readings-ar.json: a list is wanted');
  return rows.map((row: unknown) => {
    const [line = -1, length = 0, ...offsets] = Array.isArray(row) ? row.map(Number) : [];
    const article: TrainingArticle | undefined = articles[line];
    if (!article) throw new Error(`people-readings-ar.json: there is no article ${line}`);
    const spans: [number, number][] = [];
    for (let at = 0; at + 1 < offsets.length; at += 2) spans.push([offsets[at] ?? 0, offsets[at + 1] ?? 0]);
    return { text: article.text.slice(0, length), spans };
  });
};

writeFileSync(
  join(values.labels ?? '.', 'ar-read.ndjson.gz'),
  gzipSync(
    labelByReading()
      .map(({ text, spans }) => `${JSON.stringify({ text, persons: toPoints(text, spans) })}\n`)
      .join(''),
  ),
);
