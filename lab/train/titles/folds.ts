import type { TitleWeights } from '../../../chain/clean/titles/rank.ts';
import { readPages } from '../../evaluate/pages/pages.ts';
import { foldOf } from '../folds.ts';
import { fitTitles, type TitleExample, titleExample } from './fit.ts';

const FOLDS = 10;

/** The weights that have not seen a host: one fit per fold, on the pages of all other hosts. */
export const fitTitleFolds = async (data: string): Promise<(host: string) => TitleWeights> => {
  const examples: TitleExample[] = [];
  for await (const page of readPages(data)) {
    const example = titleExample(page);
    if (example) examples.push(example);
  }
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitTitles(examples.filter(({ host }) => foldOf(host, FOLDS, 'titles') !== fold)),
  );
  return (host) => folds[foldOf(host, FOLDS, 'titles')] ?? {};
};
