import type { TitleWeights } from '../../../chain/clean/titles/rank.ts';
import { foldOf } from '../folds.ts';
import { fitTitles, readTitleExamples } from './fit.ts';

const FOLDS = 10;

/** The weights that have not seen a host: one fit per fold, on the pages of all other hosts. */
export const fitTitleFolds = async (data: string): Promise<(host: string) => TitleWeights> => {
  const examples = await readTitleExamples(data);
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitTitles(examples.filter(({ host }) => foldOf(host, FOLDS, 'titles') !== fold)),
  );
  return (host) => folds[foldOf(host, FOLDS, 'titles')] ?? {};
};
