import {
  createTransliterator,
  loadTransliterator,
  type Transliterator,
} from '../../authorities/people/matching/transliteration.ts';
import { createRandom } from '../random.ts';
import type { Pair } from '../train/alignment.ts';
import { readPairs, trainViews } from '../train/transliteration-pairs.ts';
import { listSets } from './sets.ts';
import type { EvaluationTask, Row } from './task.ts';

const queries = 600;
const choices = 1000;
const folds = 3;

/**
 * A Latin token, its counterpart among 1,000 of the same file; 600 tokens a file, seed 1. Cross-validated, a
 * token is ranked by a model that saw none of its pairs: thirds by the token's hash.
 */
export const transliteration: EvaluationTask = {
  name: 'transliteration',
  summary: 'rank the counterpart of a Latin name token first among 1,000',
  async *run({ data, crossValidate, log }): AsyncGenerator<Row> {
    for (const set of listSets(data, 'names/pairs', { endings: ['.tsv'] })) {
      const pairs = await readPairs(set.path);
      const judges = crossValidate
        ? Array.from({ length: folds }, (_, fold) =>
            createTransliterator(
              set.name,
              trainViews(
                set.name,
                pairs.filter(([latin]) => foldOf(latin) !== fold),
                log,
              ),
            ),
          )
        : [];
      const shipped = crossValidate ? null : loadTransliterator(set.name);
      const judge = (latin: string): Transliterator | null => judges[foldOf(latin)] ?? shipped;
      yield { task: 'transliteration', set: set.name, metric: 'rank1', value: rankFirst(pairs, judge) };
    }
  },
};

const foldOf = (token: string): number => {
  let hash = 0;
  for (const character of token) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % folds;
};

const rankFirst = (pairs: readonly Pair[], judge: (latin: string) => Transliterator | null): number => {
  const random = createRandom(1);
  const right = new Map<string, Set<string>>();
  for (const [latin, other] of pairs) right.set(latin, (right.get(latin) ?? new Set()).add(other));
  const tokens = [...right.keys()];
  let first = 0;
  for (let query = 0; query < queries; query += 1) {
    const latin = tokens[Math.floor(random() * tokens.length)] ?? '';
    const known = right.get(latin) ?? new Set();
    const others = new Set([[...known][Math.floor(random() * known.size)] ?? '']);
    while (others.size < Math.min(choices, pairs.length))
      others.add(pairs[Math.floor(random() * pairs.length)]?.[1] ?? '');
    const transliterator = judge(latin);
    if (transliterator && known.has(best(transliterator, latin, others))) first += 1;
  }
  return first / queries;
};

const best = (transliterator: Transliterator, latin: string, others: Iterable<string>): string => {
  let most = Number.NEGATIVE_INFINITY;
  let chosen = '';
  for (const other of others) {
    const score = transliterator.score(latin, other);
    if (score > most) {
      most = score;
      chosen = other;
    }
  }
  return chosen;
};
