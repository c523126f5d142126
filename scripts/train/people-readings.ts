import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { loadModel, loadNameTable } from '../../worker/enrich/people/model.ts';
import { tagText } from '../../worker/enrich/people/recognition.ts';
import { readArabicNews, type TrainingArticle, toPoints } from './people-articles.ts';

/**
 * Two more files of Arabic labels. Without `--model`: `ar-read`, names that we marked ourselves in 160 articles
 * (`people-readings-ar.json` holds line, length read, and offsets; no text). With `--model <folder>`: `ar-self`,
 * what the model there finds in all the articles, for the next one to learn from.
 */
const { values } = parseArgs({
  options: { data: { type: 'string' }, labels: { type: 'string' }, model: { type: 'string' } },
});
const articles = await readArabicNews(values.data ?? '');

/** How much the labelling model leans towards a name: a missed one teaches the next model to miss it. */
const bias = 2;

interface Labelled {
  readonly text: string;
  readonly spans: readonly (readonly [number, number])[];
}

const labelByModel = (directory: string): Labelled[] => {
  const model = { ...loadModel('arabic', directory), bias };
  const family = { model, names: loadNameTable(), words: null };
  const found = articles
    .filter(({ measured }) => !measured)
    .map(({ text }) => ({
      text,
      spans: tagText(text, family, 'ar').map(({ start, end }) => [start, end] as const),
    }));
  const known = findKnownNames(found);
  return found.map(({ text, spans }) => ({ text, spans: addKnownNames(text, spans, known) }));
};

/** Full names found in three places or more, the longest first, by their first word. */
const findKnownNames = (found: readonly Labelled[]): ReadonlyMap<string, string[]> => {
  const counts = new Map<string, number>();
  for (const { text, spans } of found)
    for (const [start, end] of spans) {
      const name = text.slice(start, end);
      if (name.includes(' ')) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const known = [...counts].filter(([, times]) => times > 2).map(([name]) => name);
  return Map.groupBy(
    known.sort((one, other) => other.length - one.length),
    (name) => name.split(' ')[0] ?? '',
  );
};

/** Marks known names wherever they stand, behind a prefix too. */
const addKnownNames = (
  text: string,
  spans: Labelled['spans'],
  known: ReadonlyMap<string, string[]>,
): Labelled['spans'] => {
  const all = [...spans];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu))
    for (const skipped of /^[وفبكل]/u.test(word) ? [0, 1] : [0]) {
      const start = index + skipped;
      const name = known
        .get(word.slice(skipped))
        ?.find(
          (form) => text.startsWith(form, start) && !/^[\p{L}\p{M}]/u.test(text.slice(start + form.length)),
        );
      if (!name || all.some(([from, to]) => start < to && start + name.length > from)) continue;
      all.push([start, start + name.length]);
      break;
    }
  return all.sort(([one], [other]) => one - other);
};

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

const labelled = values.model ? labelByModel(values.model) : labelByReading();
writeFileSync(
  join(values.labels ?? '.', `${values.model ? 'ar-self' : 'ar-read'}.ndjson.gz`),
  gzipSync(
    labelled
      .map(({ text, spans }) => `${JSON.stringify({ text, persons: toPoints(text, spans) })}\n`)
      .join(''),
  ),
);
