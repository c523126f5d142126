import eld from 'eld/large';
import { franc } from 'franc';
import { detect } from 'tinyld';
import { z } from 'zod';
import { createChain } from '../../chain/index.ts';
import { listSets, readRecords } from './sets.ts';
import type { EvaluationTask, Row } from './task.ts';

const sentence = z.object({ language: z.string(), text: z.string() });

/** The forty languages of issue 4. */
const forty = new Set(
  'ar az be bg bn ca cs da de el en es fa fi fr he hi hr hu id it ja ko mr nl pl pt ro ru sk sv sw ta te th tl tr uk vi zh'.split(
    ' ',
  ),
);

const long: Readonly<Record<string, string>> = {
  arb: 'ar',
  azj: 'az',
  azb: 'az',
  cmn: 'zh',
  pes: 'fa',
  prs: 'fa',
  ell: 'el',
  swh: 'sw',
  ekk: 'et',
  est: 'et',
  lvs: 'lv',
  als: 'sq',
  nob: 'nb',
  khk: 'mn',
  fil: 'tl',
  tgl: 'tl',
  zlm: 'ms',
  heb: 'he',
  npi: 'ne',
};

/** Three-letter codes as two-letter ones. */
const short = (code: string): string => long[code] ?? new Intl.Locale(code).maximize().language;

/** Filipino is Tagalog; a library that does not distinguish kinds of Norwegian is right with `no`. */
const same = (gold: string, found: string): boolean => {
  const answer = found === 'fil' ? 'tl' : found;
  return answer === gold || (answer === 'no' && (gold === 'nb' || gold === 'nn'));
};

/** The part of a sentence that is as long as a headline. */
const firstOf = (text: string): string => [...text].slice(0, shortest).join('');
const shortest = 20;

/**
 * Language detection for single sentences and for their first 20 characters, compared with npm libraries on the same
 * sentences.
 */
export const languagesTask: EvaluationTask = {
  name: 'languages',
  summary: 'language of single sentences (accuracy), with eld, franc and tinyld',
  async *run({ data, log }): AsyncGenerator<Row> {
    const own = createChain().enrichers.languages;
    const tools: Readonly<Record<string, (text: string) => string>> = {
      '': (text) => own.identify(text).code,
      eld: (text) => eld.detect(text).language,
      franc: (text) => short(franc(text)),
      tinyld: (text) => detect(text),
    };
    for (const set of listSets(data, 'langid')) {
      const tally = new Map<string, { right: number; all: number }>();
      for await (const { language, text } of readRecords(set.path, (value) => sentence.parse(value))) {
        const isOfForty = forty.has(language);
        for (const [peer, identify] of Object.entries(tools)) {
          const isRight = same(language, identify(text));
          const isShortRight = same(language, identify(firstOf(text)));
          for (const name of isOfForty ? [set.name, `${set.name}.40`] : [set.name]) {
            count(tally, `${name}\t${peer}\taccuracy`, isRight);
            count(tally, `${name}\t${peer}\taccuracy-20`, isShortRight);
          }
          if (peer === '' && isOfForty) count(tally, `${set.name}.${language}\t\taccuracy`, isRight);
        }
      }
      log(`${set.name}: ${[...tally.values()][0]?.all ?? 0} sentences`);
      for (const [key, { right, all }] of tally) {
        const [name = '', peer = '', metric = ''] = key.split('\t');
        yield {
          task: 'languages',
          set: name,
          metric,
          value: right / all,
          ...(peer === '' ? {} : { peer }),
        };
      }
    }
  },
};

const count = (tally: Map<string, { right: number; all: number }>, key: string, right: boolean): void => {
  const entry = tally.get(key) ?? { right: 0, all: 0 };
  entry.all += 1;
  if (right) entry.right += 1;
  tally.set(key, entry);
};
