import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readRecords } from './sets.ts';

const day = z.string().nullish();

const shape = z.object({
  set: z.string(),
  id: z.string(),
  agency: z.array(z.string()),
  self_credit: z.array(z.string()).default([]),
  issuer: z.array(z.string()).default([]),
  publisher: z.string().nullish(),
  dateline_place: z.string().nullish(),
  dateline_date: day,
  published: day,
  printed_date: day,
  updated: day,
  updated_date: day,
  byline: z.array(z.string()).default([]),
  /** Its checksum (`titleChecksum`), because labels contain no text of publishers. */
  title: z.string().nullish(),
  /** Fields that the reader could not determine. */
  unknown: z.array(z.string()).default([]),
});

/** A reader's labels of one page. */
export interface PageLabel extends z.infer<typeof shape> {
  /** `labels` for those of the data folder, else the file's name in `lab/labels`. */
  readonly batch: string;
}

const OWN = join(import.meta.dirname, '../labels');

/** The labels of a data folder and our own, by set and id of the page; the first of a page wins. */
export const readLabels = async (data: string): Promise<ReadonlyMap<string, PageLabel>> => {
  const shared = join(data, 'credits/labels.ndjson');
  const files = [
    ...(existsSync(shared) ? [{ batch: 'labels', path: shared }] : []),
    ...readdirSync(OWN)
      .filter((file) => file.endsWith('.ndjson'))
      .sort()
      .map((file) => ({ batch: file.replace(/\.ndjson$/, ''), path: join(OWN, file) })),
  ];
  const labels = new Map<string, PageLabel>();
  for (const { batch, path } of files)
    for await (const label of readRecords(path, (value) => shape.parse(value))) {
      const key = keyOf(label);
      if (!labels.has(key)) labels.set(key, { ...label, batch });
    }
  return labels;
};

export const keyOf = ({ set, id }: { readonly set: string; readonly id: string }): string => `${set} ${id}`;

/** Whether the reader could determine this field. */
export const isKnown = ({ unknown }: PageLabel, field: string): boolean => !unknown.includes(field);
