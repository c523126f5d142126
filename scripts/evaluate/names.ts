import { join } from 'node:path';
import { z } from 'zod';
import { compareNames, scriptOf } from '../../authorities/people/matching/compare-names.ts';
import { nameTokens } from '../../authorities/people/matching/normalize-name.ts';
import { randomFrom } from './random.ts';
import { listSets, readRecords } from './sets.ts';
import type { EvaluationTask, Row } from './task.ts';

const person = z.object({
  id: z.string(),
  country: z.string(),
  wikidata: z.string().nullable(),
  name: z.string(),
  names: z.record(z.string(), z.string()),
});
type Person = z.infer<typeof person>;

interface Pair {
  readonly scripts: string;
  readonly same: boolean;
  readonly score: number;
  readonly held: boolean;
}

const wanted = 0.99;

/**
 * Two name forms: of one person, or of two of one country, of one surname where there are such. Only sound and
 * spelling judge, no record. The threshold of a pair of scripts is set on half of the persons (by hash of the id)
 * for precision 0.99; precision and recall are those of the other half.
 */
export const names: EvaluationTask = {
  name: 'names',
  summary: 'tell name forms of one person from those of two',
  async *run({ data, log }): AsyncGenerator<Row> {
    if (listSets(data, 'names').length === 0) return;
    const people: Person[] = [];
    for await (const each of readRecords(join(data, 'names/politicians.ndjson.gz'), person.parse))
      people.push(each);
    const pairs = makePairs(people, log);
    const all = { right: 0, said: 0, same: 0 };
    for (const scripts of [...new Set(pairs.map((pair) => pair.scripts))].sort()) {
      const ours = pairs.filter((pair) => pair.scripts === scripts);
      const threshold = findThreshold(ours.filter(({ held }) => !held));
      const held = ours.filter((pair) => pair.held);
      const said = held.filter(({ score }) => score >= threshold);
      const counts = {
        right: said.filter(({ same }) => same).length,
        said: said.length,
        same: held.filter(({ same }) => same).length,
      };
      if (counts.same < 30) continue;
      for (const key of ['right', 'said', 'same'] as const) all[key] += counts[key];
      yield* rows(scripts, counts);
    }
    yield* rows('all', all);
  },
};

const makePairs = (people: readonly Person[], log: (line: string) => void): Pair[] => {
  const random = randomFrom(1);
  const pairs: Pair[] = [];
  const rivals = groupBy(people, ({ country }) => country);
  for (const [index, one] of people.entries()) {
    if (index % 500 === 0) log(`${index} of ${people.length} persons`);
    const forms = formsByScript(one);
    const latin = forms.get('latin');
    if (!latin) continue;
    const near = (rivals.get(one.country) ?? []).filter(
      (each) => each.id !== one.id && !sharesName(one, each),
    );
    const rival =
      near.find((each) => surnameOf(each.name) === surnameOf(one.name)) ??
      near[Math.floor(random() * near.length)];
    const others = rival ? formsByScript(rival) : new Map<string, string[]>();
    for (const [script, own] of forms) {
      const form = own.find((each) => each !== latin[0]);
      const foreign = others.get(script)?.[0];
      if (form) pairs.push(...pairOf(latin[0] ?? '', form, script, true, one.id));
      if (foreign && foreign !== latin[0])
        pairs.push(...pairOf(latin[0] ?? '', foreign, script, false, one.id));
    }
  }
  return pairs;
};

const pairOf = (latin: string, other: string, script: string, same: boolean, id: string): Pair[] => {
  const score = compareNames(latin, other);
  return score === null ? [] : [{ scripts: `latin-${script}`, same, score, held: hash(id) % 2 === 0 }];
};

const formsByScript = ({ names: forms, name }: Person): Map<string, string[]> => {
  const usual = [forms.en ?? name, ...Object.values(forms)].filter((form) => !form.includes(','));
  return groupBy(
    [...new Set(usual)].filter((form) => scriptOf(form) !== null),
    (form) => scriptOf(form) ?? '',
  );
};

/** The file holds some people twice; who agrees in first and last name cannot be told apart by name at all. */
const sharesName = (one: Person, other: Person): boolean => {
  const own = endsOf(one);
  return (
    (one.wikidata !== null && one.wikidata === other.wikidata) ||
    [...endsOf(other)].some((each) => own.has(each))
  );
};

const known = new Map<string, ReadonlySet<string>>();

/** First and last token of every form, in either order. */
const endsOf = ({ id, name, names: forms }: Person): ReadonlySet<string> => {
  const ends =
    known.get(id) ??
    new Set(
      [...new Set([name, ...Object.values(forms)])].map((form) => {
        const tokens = nameTokens(form);
        return [tokens[0], tokens.at(-1)].sort().join(' ');
      }),
    );
  known.set(id, ends);
  return ends;
};

const surnameOf = (name: string): string => name.split(' ').at(-1) ?? '';

const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
};

const hash = (text: string): number => {
  let sum = 0;
  for (const character of text) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum;
};

/** The lowest score above which 0.99 and more of the pairs are of one person. */
const findThreshold = (pairs: readonly Pair[]): number => {
  const sorted = [...pairs].sort((one, other) => other.score - one.score);
  let right = 0;
  let threshold = Number.POSITIVE_INFINITY;
  for (const [index, { same, score }] of sorted.entries()) {
    right += same ? 1 : 0;
    if (right / (index + 1) >= wanted) threshold = score;
  }
  return threshold;
};

function* rows(
  set: string,
  { right, said, same }: { right: number; said: number; same: number },
): Generator<Row> {
  yield { task: 'names', set, metric: 'precision', value: right / Math.max(1, said) };
  yield { task: 'names', set, metric: 'recall', value: right / Math.max(1, same) };
}
