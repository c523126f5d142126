import { join } from 'node:path';
import { areCopies, areNear } from '../../chain/enrich/story/copies.ts';
import { readRuns } from '../../chain/enrich/story/runs.ts';
import { sharedBands, signatureOf } from '../../chain/enrich/story/signature.ts';
import { readLines } from './sets.ts';
import { collections, type NamedText, readTexts } from './stories/articles.ts';
import { madeCopies } from './stories/made.ts';
import type { EvaluationTask, Row } from './task.ts';

interface Pair {
  readonly first: string;
  readonly second: string;
  readonly language: string;
  readonly isSame: boolean;
  /** The rule that makes the second text from the first; empty for a pair that was found. */
  readonly rule: string;
}

interface Tally {
  right: number;
  found: number;
  same: number;
}

/** Judged pairs of texts: would the worker put both into one story? */
export const stories: EvaluationTask = {
  name: 'stories',
  summary: 'copies of one text, on twice 300 judged pairs: pairs (tuned on), fresh (not), by language too',
  async *run({ data, log }): AsyncGenerator<Row> {
    const texts = new Map<string, NamedText>();
    for (const collection of collections)
      for (const own of (await readTexts(data, collection)).values())
        for (const text of own) texts.set(text.name, text);
    const tallies = new Map<string, Tally>();
    let missing = 0;
    for await (const [list, pair] of readLists()) {
      const [first, second] = [texts.get(pair.first), texts.get(pair.second)];
      if (!first || !second) {
        missing += 1;
        continue;
      }
      const copy = madeCopies[pair.rule];
      const isFound = haveOneStory(first, copy ? { ...second, body: copy(second.body) } : second);
      if (isFound !== pair.isSame)
        log(`${list}, ${pair.isSame ? 'missed' : 'wrong'}: ${pair.first} ${pair.second} ${pair.rule}`);
      for (const part of ['', `.${pair.language}`, pair.rule === '' ? '.found' : '.made'])
        count(tallies, `${list}${part}`, pair, isFound);
    }
    if (missing > 0) log(`${missing} pairs name texts that ${data} does not hold: left out`);
    for (const [set, tally] of tallies) yield* rowsOf(set, tally);
  },
};

/** Like `createStories`, without the look-up by terms: near in time, with a common band, and alike. */
const haveOneStory = (a: NamedText, b: NamedText): boolean => {
  const [one, other] = [readRuns(a.body), readRuns(b.body)];
  if (!one || !other || !areNear(a.date, b.date)) return false;
  return sharedBands(signatureOf(a.body), signatureOf(b.body)) > 0 && areCopies(one, other);
};

/** The thresholds were fitted on the first list; the second was drawn and judged afterwards. */
const lists = ['pairs', 'fresh'] as const;

async function* readLists(): AsyncGenerator<[list: string, pair: Pair]> {
  for (const list of lists)
    for await (const line of readLines(join(import.meta.dirname, 'stories', `${list}.tsv`))) {
      if (line.startsWith('#')) continue;
      const [first = '', second = '', language = '', judgement = '', rule = ''] = line.split('\t');
      yield [list, { first, second, language, isSame: judgement === 'same', rule }];
    }
}

const count = (tallies: Map<string, Tally>, set: string, { isSame }: Pair, isFound: boolean): void => {
  const tally = tallies.get(set) ?? { right: 0, found: 0, same: 0 };
  if (isSame) tally.same += 1;
  if (isFound) tally.found += 1;
  if (isSame && isFound) tally.right += 1;
  tallies.set(set, tally);
};

function* rowsOf(set: string, { right, found, same }: Tally): Generator<Row> {
  if (found > 0) yield { task: 'stories', set, metric: 'precision', value: right / found };
  if (same > 0) yield { task: 'stories', set, metric: 'recall', value: right / same };
}
