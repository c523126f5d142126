import type { ExtractorModel } from '../../../chain/clean/model/extractor.ts';
import { foldOf } from '../folds.ts';
import { readTrainingPages, trainExtractor } from './train.ts';

const FOLDS = 5;

/** One model per fold, trained on the pages of all other hosts. */
export const trainFolds = async (
  data: string,
  log: (line: string) => void,
): Promise<readonly ExtractorModel[]> => {
  const pages = await readTrainingPages(data);
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
