import { join } from 'node:path';
import { z } from 'zod';
import type { PublisherAuthority } from '../../authorities/publishers/index.ts';
import { cleanArticle } from '../../chain/clean/index.ts';
import { decode } from '../../chain/decode/index.ts';
import { chooseDate, findDates } from '../../chain/enrich/dates/index.ts';
import { findLanguage, type LanguageIdentifier } from '../../chain/enrich/language/index.ts';
import { findPublisher } from '../../chain/enrich/publishers/index.ts';
import { createChain } from '../../chain/index.ts';
import type { CleanArticle, DecodedArticle } from '../../domain/article.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import { profileFor } from '../../languages/index.ts';
import { readLabelled } from './credits.ts';
import { isKnown } from './labels.ts';
import { listSets, readRecords } from './sets.ts';
import { Tally } from './tally.ts';
import type { EvaluationOptions, EvaluationTask, Row } from './task.ts';

const page = z.object({ url: z.string().nullish(), html: z.string(), date: z.string().nullish() });

interface Services {
  readonly publishers: PublisherAuthority;
  readonly languages: LanguageIdentifier;
}

/** The publication day of pages: right if the first ten characters of label and answer agree. */
export const dates: EvaluationTask = {
  name: 'dates',
  summary: 'publication day of pages, day of the last change (accuracy)',
  async *run(options: EvaluationOptions): AsyncGenerator<Row> {
    const services = createChain().enrichers;
    const folders = ['dates', 'pages'].flatMap((folder) => listSets(options.data, folder));
    if (folders.length === 0) options.log(`no pages under ${join(options.data, 'dates')}`);
    for (const set of folders) {
      let pages = 0;
      let right = 0;
      for await (const record of readRecords(set.path, (value) => page.parse(value))) {
        if (!record.date) continue;
        pages += 1;
        const day = readDay(record.html, record.url ?? null, services);
        if (day === record.date.slice(0, 10)) right += 1;
        else options.log(`${set.name} ${record.url} ${record.date.slice(0, 10)} ${day}`);
      }
      if (pages === 0) continue;
      yield { task: 'dates', set: set.name, metric: 'accuracy', value: right / pages };
      yield { task: 'dates', set: set.name, metric: 'pages', value: pages };
    }
    yield* labelledDays(options);
  },
};

/** For pages labelled by reading: the day of publication, and that of the last change if the page states one. */
async function* labelledDays({ data, log }: EvaluationOptions): AsyncGenerator<Row> {
  const tally = new Tally();
  for await (const { label, found } of readLabelled(data, log)) {
    const score = (metric: string, gold: string | null | undefined, day: string | undefined): void => {
      if (!gold) return;
      tally.add(label.batch, metric, gold.slice(0, 10) === day ? 1 : 0, 1);
      if (gold.slice(0, 10) !== day)
        log(`${label.id.slice(0, 60)} ${metric}: gold ${gold}, found ${day ?? '–'}`);
    };
    if (isKnown(label, 'published'))
      score('published', label.published ?? label.printed_date, found?.published?.day);
    if (isKnown(label, 'updated')) score('updated', label.updated ?? label.updated_date, found?.updated?.day);
  }
  yield* tally.rows('dates');
}

const readDay = (html: string, url: string | null, { publishers, languages }: Services): string | null => {
  try {
    const input = {
      contentType: 'text/html',
      charset: null,
      content: html,
      given: url === null ? {} : { url },
    };
    const clean = cleanOrAll(decode({ id: 'page', revision: 1, input }));
    const profile = profileFor(findLanguage(clean, languages).code);
    const found = findDates(clean, { profile, publisher: findPublisher(clean, publishers) });
    return chooseDate({ ...found, dateline: null }).date;
  } catch (error) {
    if (error instanceof RejectedArticle) return null;
    throw error;
  }
};

/**
 * Some pages of the sets are rejected by the worker because they are not articles; their date is read from all their
 * lines.
 */
const cleanOrAll = (decoded: DecodedArticle): CleanArticle => {
  try {
    return cleanArticle(decoded);
  } catch (error) {
    if (error instanceof RejectedArticle) return { ...decoded, title: null, paragraphs: [] };
    throw error;
  }
};
