import { z } from 'zod';
import { listSets, readRecords } from '../sets.ts';

const paragraph = z.object({ id: z.string(), text: z.string(), questions: z.array(z.string()) });

/** Paragraphs with their questions in one language; the same id is the same paragraph in every language. */
export interface ParallelSet {
  readonly language: string;
  readonly paragraphs: readonly z.infer<typeof paragraph>[];
}

/** The files `retrieval/<name>.<language>`. */
export const readParallelSets = async (data: string): Promise<readonly ParallelSet[]> => {
  const found: ParallelSet[] = [];
  for (const { name, path } of listSets(data, 'retrieval')) {
    const paragraphs: ParallelSet['paragraphs'][number][] = [];
    for await (const record of readRecords(path, (value) => paragraph.parse(value))) paragraphs.push(record);
    found.push({ language: name.split('.').at(-1) ?? 'und', paragraphs });
  }
  return found;
};
