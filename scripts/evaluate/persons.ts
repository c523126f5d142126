import type { NamedPerson } from '../../domain/article.ts';
import { profileFor } from '../../languages/index.ts';
import { loadPeopleRecognizer, type PeopleRecognizer } from '../../worker/enrich/people/index.ts';
import { type LabelledText, parseLabelledText } from '../train/people-labels.ts';
import { type DataSet, listSets, readRecords } from './sets.ts';
import type { EvaluationTask, Row } from './task.ts';

/** Named persons: exact spans, and for texts read for it who is the same person (B-cubed). */
export const persons: EvaluationTask = {
  name: 'persons',
  summary: 'named persons: exact spans, and the same person for each mention',
  async *run({ data, log }) {
    const recognizer = loadPeopleRecognizer();
    for (const set of listSets(data, 'persons')) {
      log(set.name);
      yield* measure(set, recognizer);
    }
  },
};

async function* measure(set: DataSet, recognizer: PeopleRecognizer): AsyncGenerator<Row> {
  const profile = profileFor(set.name);
  const script = profile.scripts[0] ?? 'Latn';
  const score = { found: 0, gold: 0, right: 0 };
  const same = { precision: 0, recall: 0, mentions: 0 };
  for await (const text of readRecords(set.path, parseLabelledText)) {
    const people = recognizer.recognize({ title: '', body: text.text, language: profile.code, script });
    const spans = new Set(
      people.flatMap(({ mentions }) => mentions.map(({ start, end }) => `${start}-${end}`)),
    );
    score.found += spans.size;
    score.gold += text.persons.length;
    score.right += text.persons.filter(([start, end]) => spans.has(`${start}-${end}`)).length;
    if (text.people) addAgreement(same, text, people);
  }
  const precision = score.right / (score.found || 1);
  const recall = score.right / (score.gold || 1);
  const row = (metric: string, value: number): Row => ({ task: 'persons', set: set.name, metric, value });
  yield row('f1', harmonic(precision, recall));
  yield row('precision', precision);
  yield row('recall', recall);
  if (same.mentions > 0)
    yield row('coreference', harmonic(same.precision / same.mentions, same.recall / same.mentions));
}

const harmonic = (one: number, other: number): number =>
  one + other === 0 ? 0 : (2 * one * other) / (one + other);

/**
 * B-cubed (Bagga and Baldwin 1998) over the mentions found by both: for each, the share of its group that belongs
 * to it, and of its true group that was gathered with it.
 */
const addAgreement = (
  same: { precision: number; recall: number; mentions: number },
  text: LabelledText,
  people: readonly NamedPerson[],
): void => {
  const ours = new Map<string, number>();
  people.forEach(({ mentions }, index) => {
    for (const { start, end } of mentions) ours.set(`${start}-${end}`, index);
  });
  const both = text.persons
    .map(([start, end], index) => ({ gold: text.people?.[index] ?? '', ours: ours.get(`${start}-${end}`) }))
    .filter((mention) => mention.ours !== undefined);
  for (const mention of both) {
    const group = both.filter((other) => other.ours === mention.ours);
    const truth = both.filter((other) => other.gold === mention.gold);
    const shared = group.filter((other) => other.gold === mention.gold).length;
    same.precision += shared / group.length;
    same.recall += shared / truth.length;
    same.mentions += 1;
  }
};
