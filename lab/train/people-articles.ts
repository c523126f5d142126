import { join } from 'node:path';
import { readRecords } from '../evaluate/sets.ts';
import { listLabels, readLabels } from './people-labels.ts';

/** One Arabic news article; `measured` if it is in a set for evaluation. */
export interface TrainingArticle {
  /** From 0, in the order of the file. */
  readonly line: number;
  readonly text: string;
  readonly measured: boolean;
}

/** Title and body of each article of a file, a line between; from line 0. */
export const readArticles = async (data: string, set: string): Promise<string[]> => {
  const texts: string[] = [];
  for await (const text of readRecords(join(data, 'articles', `${set}.ndjson.gz`), readText))
    texts.push(text);
  return texts;
};

/** The Arabic articles of the data folder; those in the `persons` sets are recognized by their first characters. */
export const readArabicNews = async (data: string): Promise<TrainingArticle[]> => {
  const heads = new Set<string>();
  for (const { name, path } of listLabels(join(data, 'persons')))
    if (name.endsWith('.dev'))
      for (const { text } of await readLabels(path)) heads.add(squeeze(text).slice(0, 60));
  return (await readArticles(data, 'ar-ant')).map((text, line) => {
    const flat = squeeze(text);
    return { line, text, measured: [...heads].some((head) => flat.includes(head)) };
  });
};

const readText = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'title' in value && 'body' in value
    ? `${value.title}\n${value.body}`
    : '';

const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/** UTF-16 offsets as the label files have them: in code points. */
export const toPoints = (text: string, spans: readonly (readonly [number, number])[]): [number, number][] => {
  const points = new Int32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    points[at] = count;
    if ((text.charCodeAt(at) & 0xfc00) !== 0xd800) count += 1;
  }
  points[text.length] = count;
  return spans.map(([start, end]) => [points[start] ?? 0, points[end] ?? 0]);
};
