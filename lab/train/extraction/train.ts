import { firstFeatures, secondFeatures } from '../../../chain/clean/features/index.ts';
import { type MeasuredPage, measurePage } from '../../../chain/clean/features/page.ts';
import type { ExtractorModel } from '../../../chain/clean/model/extractor.ts';
import { predictAll, type Trees } from '../../../chain/clean/model/trees.ts';
import { findTitle } from '../../../chain/clean/titles/index.ts';
import type { DecodedArticle, SourceBlock } from '../../../domain/article.ts';
import { decodePage, type MarkedPage, readPages } from '../../evaluate/pages/pages.ts';
import { bagF1, tokensOf } from '../../evaluate/tokens.ts';
import { foldOf } from '../folds.ts';
import { boost } from './boosting.ts';
import { labelByEnds } from './ends.ts';
import type { BoostingOptions } from './grower.ts';
import { inventPages } from './invented-pages.ts';
import { type Label, labelBlocks } from './labels.ts';

/** A page prepared for training. */
export interface TrainingPage {
  readonly host: string;
  readonly decoded: DecodedArticle;
  readonly measured: MeasuredPage;
  readonly first: readonly Float32Array[];
  readonly labels: readonly number[];
  readonly weights: readonly number[];
}

const FIRST: BoostingOptions = {
  trees: 250,
  depth: 5,
  rate: 0.05,
  leafWeight: 10,
  ridge: 10,
  rowShare: 0.5,
  featureShare: 0.2,
  seed: 1,
};
const SECOND: BoostingOptions = { ...FIRST, seed: 2 };
const INNER_FOLDS = 3;

/**
 * The labelled pages of a folder, without those whose labelled text is not in their HTML, because these would teach
 * errors. Pages of our own are added.
 */
export const readTrainingPages = async (data: string): Promise<readonly TrainingPage[]> => {
  const pages: TrainingPage[] = [];
  for await (const page of readPages(data)) {
    const prepared = prepare(page);
    if (prepared !== null && (!page.text || markedShare(prepared, page.text) >= LEAST_MARKED))
      pages.push(prepared);
  }
  return [...pages, ...inventPages().flatMap((page) => prepare(page, INVENTED) ?? [])];
};

const LEAST_MARKED = 0.85;
/** The weight of an invented page relative to a real one: it has few lines, each with the greatest weight. */
const INVENTED = 0.5;

/** How well the labelled lines reproduce the labelled text, as F1 of tokens. */
const markedShare = ({ decoded, labels }: TrainingPage, text: string): number => {
  const marked = decoded.blocks.filter((_, at) => labels[at] === 1).map((block) => block.text);
  return bagF1(tokensOf(marked.join('\n')), tokensOf(text));
};

/** `null` if the page's text is not labelled. */
const prepare = (page: MarkedPage, share = 1): TrainingPage | null => {
  const decoded = decodePage(page.html, page.url);
  const title = findTitle(decoded);
  const measured = measurePage(decoded, title?.text ?? null);
  const labels = labelsOf(page, decoded.blocks);
  if (labels === null) return null;
  const gold = Math.max(
    20,
    labels.reduce((sum, { inside, tokens }) => sum + (inside ? tokens : 0), 0),
  );
  return {
    host: page.host,
    decoded,
    measured,
    first: firstFeatures(measured),
    labels: labels.map(({ inside }) => (inside ? 1 : 0)),
    // The effect of a block's error on the page's score, bounded, so that short lines count too.
    weights: labels.map(({ tokens, known }, at) =>
      !known || decoded.blocks[at]?.text === title?.text
        ? 0
        : share * (150 * Math.min(0.2, tokens / gold) + 0.4),
    ),
  };
};

const labelsOf = (
  { text, firstLine, lastLine, furniture }: MarkedPage,
  blocks: readonly SourceBlock[],
): readonly Label[] | null => {
  if (text) return labelBlocks(blocks, text);
  return firstLine === null || lastLine === null
    ? null
    : labelByEnds(blocks, { firstLine, lastLine, furniture });
};

/** Fits both passes; the second learns from scores that the first gives to pages of hosts unknown to it. */
export const trainExtractor = (pages: readonly TrainingPage[]): ExtractorModel => {
  const scores = pages.map((): Float64Array => new Float64Array(0));
  for (let fold = 0; fold < INNER_FOLDS; fold += 1) {
    const seen = pages.filter(({ host }) => foldOf(host, INNER_FOLDS, 'inner') !== fold);
    const model = growTrees(
      seen,
      seen.map(({ first }) => first),
      FIRST,
    );
    for (const [at, page] of pages.entries())
      if (foldOf(page.host, INNER_FOLDS, 'inner') === fold) scores[at] = predictAll(model, page.first);
  }
  const rows = pages.map(({ measured, first }, at) =>
    secondFeatures(measured, first, scores[at] ?? new Float64Array(0)),
  );
  return {
    first: growTrees(
      pages,
      pages.map(({ first }) => first),
      FIRST,
    ),
    second: growTrees(pages, rows, SECOND),
  };
};

const growTrees = (
  pages: readonly TrainingPage[],
  rows: readonly (readonly Float32Array[])[],
  options: BoostingOptions,
): Trees =>
  boost(
    {
      rows: rows.flat(),
      labels: Uint8Array.from(pages.flatMap(({ labels }) => labels)),
      weights: Float64Array.from(pages.flatMap(({ weights }) => weights)),
    },
    options,
  );
