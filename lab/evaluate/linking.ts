import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PeopleAuthority } from '../../authorities/people/index.ts';
import type { PersonLinker } from '../../chain/enrich/link-people.ts';
import type { PeopleRecognizer } from '../../chain/enrich/people/index.ts';
import { createChain } from '../../chain/index.ts';
import type { LinkedPerson } from '../../domain/article.ts';
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

interface Counts {
  right: number;
  linked: number;
  wanted: number;
  named: number;
}
const noCounts = (): Counts => ({ right: 0, linked: 0, wanted: 0, named: 0 });

/**
 * Samples of 300 mentions of the real articles, drawn with the tagger of that time (so that some are not
 * persons) and judged by reading; only line numbers and offsets are stored. The first was drawn before the linker was
 * tuned at all; the second was used to tune it; the third was drawn, judged and measured once after that.
 */
const samples = [
  { file: 'linking.ndjson', suffix: '' },
  { file: 'linking-2.ndjson', suffix: '.2' },
  { file: 'linking-3.ndjson', suffix: '.3' },
] as const;

/** `recall` counts mentions whose person has a record, `covered` says how many of the judged persons have one. */
export const linking: EvaluationTask = {
  name: 'linking',
  summary: 'link mentions in real articles to records',
  async *run({ data }): AsyncGenerator<Row> {
    const sets = listSets(data, 'articles');
    if (sets.length === 0) return;
    const { enrichers, authorities } = createChain();
    const { people } = authorities;
    const services = { recognizer: enrichers.people, linker: enrichers.linker };
    for (const { file, suffix } of samples) {
      const judged = Map.groupBy(readJudgements(file), ({ set }) => set);
      const all = noCounts();
      for (const set of sets) {
        const counts = noCounts();
        for await (const { text, mentions } of readJudged(set.path, judged.get(set.name) ?? []))
          for (const mention of mentions)
            count(counts, mention, linkMention(text, mention, services), people);
        for (const key of ['right', 'linked', 'wanted', 'named'] as const) all[key] += counts[key];
        yield* rows(`${set.name}${suffix}`, counts);
      }
      yield* rows(`all${suffix}`, all);
    }
  },
};

/** The articles with judged mentions, and these mentions. */
async function* readJudged(
  path: string,
  judged: readonly Judgement[],
): AsyncGenerator<{ text: z.infer<typeof article>; mentions: readonly Judgement[] }> {
  const byLine = Map.groupBy(judged, ({ line }) => line);
  let number = 0;
  for await (const line of readLines(path)) {
    number += 1;
    const mentions = byLine.get(number);
    if (mentions) yield { text: article.parse(JSON.parse(line)), mentions };
  }
}

const count = (counts: Counts, { person }: Judgement, found: LinkedPerson, people: PeopleAuthority): void => {
  counts.named += person === null ? 0 : 1;
  counts.wanted += person !== null && people.get(person) !== null ? 1 : 0;
  counts.linked += found.linked ? 1 : 0;
  counts.right += found.linked && found.id === person ? 1 : 0;
};

const readJudgements = (file: string): Judgement[] =>
  readFileSync(join(import.meta.dirname, '../../test/golden', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => judgement.parse(JSON.parse(line)));

/** Enriches the article as the worker does; a mention that the recognizer misses is linked separately. */
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

function* rows(set: string, counts: Counts): Generator<Row> {
  const row = (metric: string, value: number): Row => ({ task: 'linking', set, metric, value });
  yield row('precision', counts.right / Math.max(1, counts.linked));
  yield row('recall', counts.right / Math.max(1, counts.wanted));
  yield row('covered', counts.wanted / Math.max(1, counts.named));
}
