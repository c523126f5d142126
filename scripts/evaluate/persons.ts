import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NamedPerson } from '../../domain/article.ts';
import { profileFor } from '../../languages/index.ts';
import { loadPeopleRecognizer, type PeopleRecognizer } from '../../worker/enrich/people/index.ts';
import { families, type Source } from '../train/people-families.ts';
import { type LabelledText, parseLabelledText, partOf } from '../train/people-labels.ts';
import { type DataSet, listSets, readRecords } from './sets.ts';
import type { EvaluationTask, Row } from './task.ts';

/** Named persons: exact spans, and for texts read for it who is the same person (B-cubed). */
export const persons: EvaluationTask = {
  name: 'persons',
  summary: 'named persons: exact spans, and the same person for each mention',
  async *run({ data, crossValidate, log }) {
    const recognizer = loadPeopleRecognizer();
    for (const set of listSets(data, 'persons')) {
      log(set.name);
      const plan = families.find(({ sources }) => sources.some((source) => isSeen(source, set)));
      if (plan && crossValidate) yield* measureByParts(set, plan.name, data, log);
      else {
        if (plan) log(`  the shipped model has seen ${set.name}: ask for --cross-validate`);
        const tally = newTally();
        await measure(set, recognizer, tally, () => true);
        yield* report(set, tally);
      }
    }
  },
};

const isSeen = ({ set }: Source, { name, split }: DataSet): boolean =>
  set === (split ? `${name}.${split}` : name);

const parts = 3;

/** The set by thirds of its texts (SHA-1), each tagged by a model that has not seen it. */
async function* measureByParts(
  set: DataSet,
  family: string,
  data: string,
  log: (line: string) => void,
): AsyncGenerator<Row> {
  const tally = newTally();
  for (let part = 0; part < parts; part += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-people-'));
    log(`  training without part ${part + 1} of ${parts}`);
    const script = join(import.meta.dirname, '../train/people.ts');
    const trained = spawnSync(
      process.execPath,
      [script, '--data', data, '--out', folder, '--hold-out', `${part}/${parts}`, family],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    if (trained.status !== 0) throw new Error(`training failed: ${trained.stderr.toString()}`);
    await measure(set, loadPeopleRecognizer(folder), tally, (text) => partOf(text, parts) === part);
    rmSync(folder, { recursive: true });
  }
  yield* report(set, tally);
}

interface Tally {
  found: number;
  gold: number;
  right: number;
  readonly same: Agreement;
}

interface Agreement {
  precision: number;
  recall: number;
  mentions: number;
}

const newTally = (): Tally => ({
  found: 0,
  gold: 0,
  right: 0,
  same: { precision: 0, recall: 0, mentions: 0 },
});

const measure = async (
  set: DataSet,
  recognizer: PeopleRecognizer,
  tally: Tally,
  wanted: (text: string) => boolean,
): Promise<void> => {
  const profile = profileFor(set.name);
  const script = profile.scripts[0] ?? 'Latn';
  for await (const text of readRecords(set.path, parseLabelledText)) {
    if (!wanted(text.text)) continue;
    const people = recognizer.recognize({ title: '', body: text.text, language: profile.code, script });
    const spans = new Set(
      people.flatMap(({ mentions }) => mentions.map(({ start, end }) => `${start}-${end}`)),
    );
    tally.found += spans.size;
    tally.gold += text.persons.length;
    tally.right += text.persons.filter(([start, end]) => spans.has(`${start}-${end}`)).length;
    if (text.people) addAgreement(tally.same, text, people);
  }
};

function* report(set: DataSet, { found, gold, right, same }: Tally): Generator<Row> {
  const precision = right / (found || 1);
  const recall = right / (gold || 1);
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
const addAgreement = (same: Agreement, text: LabelledText, people: readonly NamedPerson[]): void => {
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
