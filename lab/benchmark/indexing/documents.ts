import { join } from 'node:path';
import { z } from 'zod';
import { type ArticleDocument, bareDocument } from '../../../domain/document.ts';
import { listSets, readRecords } from '../../evaluate/sets.ts';

const record = z.looseObject({
  title: z.string().nullish(),
  body: z.string().nullish(),
  date: z.string().nullish(),
});

const languages: Readonly<Record<string, string>> = { ar: 'ar', en: 'en', ru: 'ru', zh: 'zh' };

/** Search documents like those of enrichment, from real articles in four languages, repeated with new ids. */
export const makeDocuments = async (count: number): Promise<readonly ArticleDocument[]> => {
  const texts = await readTexts();
  return Array.from({ length: count }, (_, n) => makeDocument(n, texts));
};

export interface Text {
  readonly language: string;
  readonly title: string;
  readonly body: string;
}

export const readTexts = async (): Promise<readonly Text[]> => {
  const texts: Text[] = [];
  for (const { name, path } of listSets(join(import.meta.dirname, '../../../../shared/data'), 'articles')) {
    const language = languages[name.slice(0, 2)];
    if (!language) continue;
    let taken = 0;
    for await (const { title, body } of readRecords(path, (value) => record.parse(value))) {
      texts.push({ language, title: title ?? '', body: body ?? '' });
      taken += 1;
      if (taken >= 1500) break;
    }
  }
  if (texts.length === 0) throw new Error('no articles in ../shared/data/articles: nothing to measure with');
  // Languages alternate, as in a real stream.
  return texts.map((_, n) => texts[(n * 7919) % texts.length] as Text);
};

/** The n-th of any number of documents. */
export const makeDocument = (n: number, texts: readonly Text[]): ArticleDocument => {
  const { language, title, body } = texts[n % texts.length] ?? { language: 'en', title: '', body: '' };
  return {
    ...bareDocument({
      id: `bench-${n}`,
      revision: 1,
      checksum: `bench-${n}`,
      language,
      received: '2024-05-01T08:00:00.000Z',
    }),
    title,
    lead: body.split('\n')[0] ?? '',
    body,
    kinds: body.split('\n').map(() => 'text' as const),
    credits: ['Xinhua', 'gov.cn'],
    date: `20${String(10 + (n % 15)).padStart(2, '0')}-${String(1 + (n % 12)).padStart(2, '0')}-15`,
    dateKind: 'published',
    agency: ['xinhua'],
    publisher: 'gov.cn',
    people: [`Q${n % 500}`, `Q${n % 37}`],
    url: `https://example.org/${n}`,
  };
};
