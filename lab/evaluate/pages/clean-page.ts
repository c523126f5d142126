import { cleanArticle } from '../../../chain/clean/index.ts';
import type { ExtractorModel } from '../../../chain/clean/model/extractor.ts';
import type { TitleWeights } from '../../../chain/clean/titles/rank.ts';
import type { CleanArticle } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import { decodePage, type MarkedPage } from './pages.ts';

/** Other weights than the shipped ones: those of a fold. */
export interface TrainedAside {
  readonly model?: () => ExtractorModel;
  readonly titles?: () => TitleWeights;
}

/** Cleans a page as the worker does; `null` if the worker would reject it. */
export const cleanPage = (
  { html, url }: Pick<MarkedPage, 'html' | 'url'>,
  { model, titles }: TrainedAside = {},
): CleanArticle | null => {
  try {
    return cleanArticle(decodePage(html, url), model, titles);
  } catch (error) {
    if (error instanceof RejectedArticle) return null;
    throw error;
  }
};
