import type { ExtractorModel } from '../../../worker/clean/model/extractor.ts';
import { readPages } from '../../evaluate/pages/pages.ts';
import { foldOf } from '../folds.ts';
import { prepare, type TrainingPage, trainExtractor } from './train.ts';

const FOLDS = 5;

/** One model a fold, trained on the pages of all other hosts. */
export const trainFolds = async (
  data: string,
  log: (line: string) => void,
): Promise<readonly ExtractorModel[]> => {
  const pages: TrainingPage[] = [];
  for await (const page of readPages(data)) if (page.text) pages.push(prepare(page));
  return Array.from({ length: FOLDS }, (_, fold) => {
    log(`training fold ${fold + 1} of ${FOLDS}`);
    return trainExtractor(pages.filter(({ host }) => foldOf(host, FOLDS, 'outer') !== fold));
  });
};

/** The model that has not seen a host. */
export const modelFor = (models: readonly ExtractorModel[], host: string): ExtractorModel => {
  const model = models[foldOf(host, FOLDS, 'outer')];
  if (model === undefined) throw new RangeError(`${models.length} models for ${FOLDS} folds`);
  return model;
};
