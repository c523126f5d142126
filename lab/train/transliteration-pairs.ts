import type { TrainedModel } from '../../authorities/people/matching/alignment.ts';
import { latinView, views } from '../../authorities/people/matching/views.ts';
import { readLines } from '../evaluate/sets.ts';
import { type Pair, trainAlignment } from './alignment.ts';

/** Lines of `latin, other, count`. */
export const readPairs = async (path: string): Promise<Pair[]> => {
  const pairs: Pair[] = [];
  for await (const line of readLines(path)) {
    const [latin, other, count] = line.split('\t');
    if (latin && other) pairs.push([latin, other, Number(count) || 1]);
  }
  return pairs;
};

/** One model per view of the language. */
export const trainViews = (
  language: string,
  pairs: readonly Pair[],
  log: (line: string) => void,
): TrainedModel[] =>
  (views[language] ?? []).map((view) =>
    trainAlignment(
      pairs.map(([latin, other, count]): Pair => [latinView(latin), view(other), count]),
      log,
    ),
  );
