import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadPeople } from '../../authorities/people/index.ts';
import type { LinkedPerson } from '../../domain/article.ts';
import { loadPersonLinker, type PersonLinker } from '../../worker/enrich/link-people.ts';
import { loadPeopleRecognizer, type PeopleRecognizer } from '../../worker/enrich/people/index.ts';
import { listSets, readLines } from './sets.ts';
import type { EvaluationTask, Row } from './task.ts';

const judgement = z.object({
  set: z.string(),
  line: z.number(),
  start: z.number(),
  end: z.number(),
  person: z.string().nullable(),
});
type Judgement = z.infer<typeof judgement>;

const article = z.object({
  title: z.string(),
  body: z.string(),
  date: z.string().nullish(),
  language: z.string(),
});

const scripts: Readonly<Record<string, string>> = { zh: 'Hans', ar: 'Arab', ru: 'Cyrl' };

/**
 * 300 mentions of the real articles, drawn with seed 1 by the recogniser of that day (so that some are no
 * persons at all) and judged by reading; only line numbers and offsets are kept. `recall` counts those whose
 * person has a record, `covered` says how many of the judged persons have one.
 */
export const linking: EvaluationTask = {
  name: 'linking',
  summary: 'link mentions in real articles to records',
  async *run({ data }): AsyncGenerator<Row> {
    const judged = readJudgements();
    const people = loadPeople();
    const services = { recognizer: loadPeopleRecognizer(), linker: loadPersonLinker(people) };
    const all = { right: 0, linked: 0, wanted: 0, named: 0 };
    for (const set of listSets(data, 'articles')) {
      const counts = { right: 0, linked: 0, wanted: 0, named: 0 };
      let number = 0;
      for await (const line of readLines(set.path)) {
        number += 1;
        for (const mention of judged.filter((each) => each.set === set.name && each.line === number)) {
          const found = linkMention(article.parse(JSON.parse(line)), mention, services);
          const wanted = mention.person !== null && people.get(mention.person) !== null;
          counts.named += mention.person === null ? 0 : 1;
          counts.wanted += wanted ? 1 : 0;
          counts.linked += found.linked ? 1 : 0;
          counts.right += found.linked && found.id === mention.person ? 1 : 0;
        }
      }
      for (const key of ['right', 'linked', 'wanted', 'named'] as const) all[key] += counts[key];
      yield* rows(set.name, counts);
    }
    yield* rows('all', all);
  },
};

const readJudgements = (): Judgement[] =>
  readFileSync(join(import.meta.dirname, '../../test/golden/linking.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => judgement.parse(JSON.parse(line)));

/** The article read as the worker reads it; a mention that the recogniser misses is linked by itself. */
const linkMention = (
  { title, body, date, language }: z.infer<typeof article>,
  { start, end }: Judgement,
  { recognizer, linker }: { recognizer: PeopleRecognizer; linker: PersonLinker },
): LinkedPerson => {
  const context = { language, date: isoDay(date), title, body, countries: [] };
  const named = recognizer.recognize({ title, body, language, script: scripts[language] ?? 'Latn' });
  const linked = linker.link(named, context);
  const met = linked.find(({ mentions }) =>
    mentions.some((each) => each.field === 'body' && each.start < end && each.end > start),
  );
  if (met) return met;
  const mention = { field: 'body', start, end } as const;
  const [alone] = linker.link([{ name: body.slice(start, end), mentions: [mention], roles: [] }], context);
  if (!alone) throw new Error('the linker lost a person');
  return alone;
};

/** Reuters prints `26-FEB-1987`. */
const isoDay = (date: string | null | undefined): string | null => {
  const time = date ? Date.parse(date.slice(0, 11).trim()) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
};

function* rows(
  set: string,
  counts: { right: number; linked: number; wanted: number; named: number },
): Generator<Row> {
  const row = (metric: string, value: number): Row => ({ task: 'linking', set, metric, value });
  yield row('precision', counts.right / Math.max(1, counts.linked));
  yield row('recall', counts.right / Math.max(1, counts.wanted));
  yield row('covered', counts.wanted / Math.max(1, counts.named));
}
