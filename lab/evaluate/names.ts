import {
  compareNames,
  type NameWeights,
  samePerson,
} from '../../authorities/people/matching/compare-names.ts';
import { countPairs, trainingPairs, trainNameWeights } from '../train/name-weights.ts';
import { drawPairs, type NamePair, readPeople } from './name-pairs.ts';
import { listSets } from './sets.ts';
import type { EvaluationTask, Row } from './task.ts';

const folds = 3;
/** With fewer pairs of one person, a pair of scripts is not reported. */
const least = 30;

/**
 * Two name forms: of one person, or of two of one country, with the same surname if possible. Judged only by sound and
 * spelling, without records, at the one shipped threshold. Cross-validated, a person's pairs are judged by weights
 * fitted on other persons (thirds by hash of the id); the models of single words stay the shipped ones.
 */
export const names: EvaluationTask = {
  name: 'names',
  summary: 'tell name forms of one person from those of two',
  async *run({ data, crossValidate, log }): AsyncGenerator<Row> {
    if (listSets(data, 'names').length === 0) return;
    const people = await readPeople(data);
    const weights = crossValidate ? trainFolds(drawPairs(people, ...trainingPairs), log) : [];
    const judged = drawPairs(people).flatMap((pair) => {
      const score = compareNames(pair.latin, pair.other, { weights: weights[foldOf(pair.id)] });
      return score === null ? [] : [{ ...pair, said: score >= samePerson }];
    });
    const scripts = Map.groupBy(judged, ({ script }) => script);
    for (const [script, own] of [...scripts].sort(([one], [other]) => (one < other ? -1 : 1)))
      if (own.filter(({ same }) => same).length >= least) yield* rows(`latin-${script}`, own);
    yield* rows('all', judged);
  },
};

const trainFolds = (pairs: readonly NamePair[], log: (line: string) => void): NameWeights[] => {
  const counted = countPairs(pairs);
  log(`${counted.length} pairs`);
  return Array.from({ length: folds }, (_, fold) =>
    trainNameWeights(counted.filter(({ id }) => foldOf(id) !== fold)),
  );
};

const foldOf = (text: string): number => {
  let sum = 0;
  for (const character of text) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return (sum >>> 3) % folds;
};

function* rows(set: string, judged: readonly { same: boolean; said: boolean }[]): Generator<Row> {
  const right = judged.filter(({ same, said }) => same && said).length;
  const row = (metric: string, of: number): Row => ({
    task: 'names',
    set,
    metric,
    value: right / Math.max(1, of),
  });
  yield row('precision', judged.filter(({ said }) => said).length);
  yield row('recall', judged.filter(({ same }) => same).length);
}
