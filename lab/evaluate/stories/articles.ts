import { join } from 'node:path';
import { z } from 'zod';
import { listSets, readRecords } from '../sets.ts';

/** One text of the measuring data, named by file and line, so that a list of pairs contains no text. */
export interface NamedText {
  /** `articles/zh-xwlb:17`, lines from 1. */
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly body: string;
  /** `yyyy-mm-dd`, if the file has it. */
  readonly date: string | null;
}

const article = z.object({
  title: z.string().nullish(),
  body: z.string(),
  language: z.string().nullish(),
  date: z.string().nullish(),
});
const page = z.object({
  title: z.string().nullish(),
  text: z.string(),
  language: z.string().nullish(),
  country: z.string().nullish(),
  date: z.string().nullish(),
});
const languageOfCountry: Readonly<Record<string, string>> = {
  uk: 'en',
  us: 'en',
  za: 'en',
  jp: 'ja',
  kr: 'ko',
  cn: 'zh',
};

/** Collections for measuring stories; the same text may occur twice in them. */
export const collections = ['articles', 'pages'] as const;

/** Every text of a collection's files. @returns by file */
export const readTexts = async (
  data: string,
  collection: (typeof collections)[number],
): Promise<ReadonlyMap<string, readonly NamedText[]>> => {
  const found = new Map<string, readonly NamedText[]>();
  for (const set of listSets(data, collection)) {
    const texts: NamedText[] = [];
    for await (const read of readRecords(set.path, collection === 'articles' ? readArticle : readPage))
      texts.push({ ...read, name: `${join(collection, set.name)}:${texts.length + 1}` });
    found.set(set.name, texts);
  }
  return found;
};

const readArticle = (value: unknown): Omit<NamedText, 'name'> => {
  const { title, body, language, date } = article.parse(value);
  return { title: title ?? '', body, language: language ?? 'und', date: readDay(date ?? '') };
};

const readPage = (value: unknown): Omit<NamedText, 'name'> => {
  const { title, text, language, country, date } = page.parse(value);
  const told = language ?? country ?? 'en';
  const code = languageOfCountry[told] ?? told;
  return { title: title ?? '', body: text, language: code, date: readDay(date ?? '') };
};

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** The three formats of days in the files. */
const readDay = (written: string): string | null => {
  const [, iso] = /^(\d{4}-\d{2}-\d{2})/.exec(written) ?? [];
  if (iso) return iso;
  const [, day, month, year] = /^(\d{1,2})[/-](\d{2}|[A-Z]{3})[/-](\d{4})/.exec(written.trim()) ?? [];
  if (!day || !month || !year) return null;
  const number = /\d/.test(month) ? Number(month) : months.indexOf(month) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
};
