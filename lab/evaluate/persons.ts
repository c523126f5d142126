import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPeopleRecognizer, type PeopleRecognizer } from '../../chain/enrich/people/index.ts';
import type { NamedPerson } from '../../domain/article.ts';
import { profileFor } from '../../languages/index.ts';
import { families, type Source } from '../train/people-families.ts';
import { type LabelledText, parseLabelledText, partOf } from '../train/people-labels.ts';
import { type DataSet, listSets, readRecords } from './sets.ts';
import type { EvaluationTask, Row } from './task.ts';

/** Named persons: exact spans, and for texts read for it who is the same person (B-cubed). */
export const persons: EvaluationTask = {
  name: 'persons',
  summary: 'named persons: exact spans, and the same person for each mention',
  async *run({ data, labels, crossValidate, log }) {
    const recognizer = loadPeopleRecognizer();
    const aside = crossValidate ? trainAside(data, labels, log) : null;
    try {
      for (const set of listSets(data, 'persons')) {
        log(set.name);
        const plan = families.find(({ sources }) => sources.some((source) => isSeen(source, set)));
        const tally = newTally();
        if (plan && aside)
          for (let part = 0; part < parts; part += 1)
            await measure(set, aside.load(plan.name, part), tally, (text) => partOf(text, parts) === part);
        else {
          if (plan) log(`  the shipped model has seen ${set.name}: ask for --cross-validate`);
          await measure(set, recognizer, tally, () => true);
        }
        yield* report(set, tally);
      }
    } finally {
      aside?.remove();
    }
  },
};

const isSeen = ({ set }: Source, { name, split }: DataSet): boolean =>
  set === (split ? `${name}.${split}` : name);

const parts = 3;

interface ModelsAside {
  /** The recognizer that has not seen one part of the family's measured sets; trained when first asked for. */
  readonly load: (family: string, part: number) => PeopleRecognizer;
  readonly remove: () => void;
}

/** Trains each family once for each third (SHA-1 of the text) of all its measured sets together. */
const trainAside = (data: string, labels: string | null, log: (line: string) => void): ModelsAside => {
  const root = mkdtempSync(join(tmpdir(), 'dateline-people-'));
  const progress = watchProgress(families.length * parts, log);
  const script = join(import.meta.dirname, '../train/people.ts');
  return {
    load: (family, part) => {
      const folder = join(root, `${family}-${part}`);
      if (!existsSync(folder)) {
        progress.begin(`training ${family} without part ${part + 1} of ${parts}`);
        const given = labels ? ['--labels', labels] : [];
        const held = ['--hold-out', `${part}/${parts}`, family];
        const trained = spawnSync(
          process.execPath,
          [script, '--data', data, ...given, '--out', folder, ...held],
          { stdio: ['ignore', 'ignore', 'pipe'] },
        );
        if (trained.status !== 0) throw new Error(`training failed: ${trained.stderr.toString()}`);
        progress.end();
      }
      return loadPeopleRecognizer(folder);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};

/** Says which of the models is being trained, and about how long the rest will take; only training takes long. */
const watchProgress = (models: number, log: (line: string) => void) => {
  let done = 0;
  let begun = 0;
  let spent = 0;
  return {
    begin: (what: string): void => {
      const left =
        done === 0 ? '' : `, about ${Math.ceil(((models - done) * spent) / done / 60_000)} min left`;
      log(`  model ${done + 1} of ${models}: ${what}${left}`);
      begun = Date.now();
    },
    end: (): void => {
      done += 1;
      spent += Date.now() - begun;
    },
  };
};

interface Tally {
  found: number;
  gold: number;
  right: number;
  readonly same: Agreement;
}

interface Agreement {
  precision: number;
  recall: number;
  found: number;
  marked: number;
}

const newTally = (): Tally => ({
  found: 0,
  gold: 0,
  right: 0,
  same: { precision: 0, recall: 0, found: 0, marked: 0 },
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
  if (same.marked > 0)
    yield row('coreference', harmonic(same.precision / (same.found || 1), same.recall / same.marked));
}

const harmonic = (one: number, other: number): number =>
  one + other === 0 ? 0 : (2 * one * other) / (one + other);

/**
 * B-cubed (Bagga and Baldwin 1998) that pays for recognition too: precision is averaged over all mentions that we
 * found, recall over all that the reader marked. A spurious mention has precision 0, a missed one recall 0; in our
 * group a spurious mention also takes its share from the right ones, in the true group a missed one does.
 */
const addAgreement = (same: Agreement, text: LabelledText, people: readonly NamedPerson[]): void => {
  const ours = new Map<string, number>();
  people.forEach(({ mentions }, index) => {
    for (const { start, end } of mentions) ours.set(`${start}-${end}`, index);
  });
  const gold = new Map<string, string>(
    text.persons.map(([start, end], index) => [`${start}-${end}`, text.people?.[index] ?? ''] as const),
  );
  for (const [span, group] of ours) {
    const person = gold.get(span);
    if (person === undefined) continue;
    const gathered = [...ours].filter(([, other]) => other === group);
    const marked = [...gold].filter(([, other]) => other === person);
    const shared = gathered.filter(([other]) => gold.get(other) === person).length;
    same.precision += shared / gathered.length;
    same.recall += shared / marked.length;
  }
  same.found += ours.size;
  same.marked += gold.size;
};
