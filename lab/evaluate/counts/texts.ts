import { z } from 'zod';
import type { SearchText } from '../retrieval/article-search.ts';
import { listSets, readRecords } from '../sets.ts';

const article = z.object({ title: z.string(), body: z.string(), language: z.string().optional() });
const passage = z.object({ text: z.string() });

/** Articles if there are any; for other languages the passages of `retrieval`, and the sentences of `persons`. */
export const textsByLanguage = async (
  data: string,
  most: number,
): Promise<ReadonlyMap<string, readonly SearchText[]>> => {
  const texts = new Map<string, SearchText[]>();
  const add = (language: string, title: string, body: string): void => {
    const list = texts.get(language) ?? [];
    if (list.length < most) list.push({ id: `${language}/${list.length}`, language, title, body });
    texts.set(language, list);
  };
  for (const { name, path } of listSets(data, 'articles'))
    for await (const one of readRecords(path, (value) => article.parse(value)))
      add(one.language ?? name.slice(0, 2), one.title, one.body);
  for (const { name, path } of listSets(data, 'retrieval')) {
    const language = name.replace('xquad.', '');
    if (texts.has(language) && (texts.get(language)?.length ?? 0) > 300) continue;
    for await (const { text } of readRecords(path, (value) => passage.parse(value))) add(language, '', text);
  }
  for (const { name, path } of listSets(data, 'persons')) {
    const language = name.slice(0, 2);
    if (!['ja', 'ko', 'de', 'sv', 'pt'].includes(language)) continue;
    for await (const { text } of readRecords(path, (value) => passage.parse(value))) add(language, '', text);
  }
  return texts;
};
