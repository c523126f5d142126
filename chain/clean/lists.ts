import type { SourceBlock, SourceBox } from '../../domain/article.ts';
import { boxesAround } from '../../domain/boxes-around.ts';
import { tokensOf } from './tokens.ts';

/**
 * A list item, a quotation or a cell within the text is taken from this score on: the trees have seen more menus and
 * embedded posts than lists of articles, and their scores of such lines are too low where the lines around are text.
 * On unseen hosts .3 brings the recall of list items from .67 to .93 with F1 not lower (docs/figures/extraction.md).
 */
const WITHIN = 0.3;

const LIST = /^(?:ul|ol|dl|table|blockquote)$/;
const NEAR_LIST = 4;
const NEAR_TEXT = 3;

/**
 * The chosen lines with lines of lists, quotations and tables that stand within the text: between its first and last
 * line, in a box that also holds the nearest line of text before or behind; and with the line that introduces a list.
 */
export const withLists = (
  blocks: readonly SourceBlock[],
  scores: Float64Array,
  chosen: readonly boolean[],
): readonly boolean[] => {
  const first = chosen.indexOf(true);
  const last = chosen.lastIndexOf(true);
  const listed = chosen.map((is, at) => {
    if (is || at < first || at > last || (scores[at] ?? 0) < WITHIN) return is;
    const box = boxAroundList(blocks[at]);
    const before = chosen.lastIndexOf(true, at);
    const behind = chosen.indexOf(true, at);
    return box !== null && (isWithin(blocks[before], box) || isWithin(blocks[behind], box));
  });
  return listed.map((is, at) => is || (listed[at + 1] === true && introduces(blocks[at], blocks[at + 1])));
};

/** Whether a line ends with a colon and stands right above a list, in the same element: `The Council decided:`. */
const introduces = (line: SourceBlock | undefined, item: SourceBlock | undefined): boolean => {
  if (line === undefined || line.linkDensity > 0 || !COLON.test(line.text)) return false;
  if (tokensOf(line.text).length < MIN_TOKENS) return false;
  const box = boxAroundList(item);
  return box !== null && isWithin(line, box) && boxAroundList(line) !== box;
};

/** One word or two are labels: `Tags:`, `Read also:`. */
const MIN_TOKENS = 3;
const COLON = /[:：]$/u;

/** What holds the list, quotation or table that a line belongs to. */
const boxAroundList = (block: SourceBlock | undefined): SourceBox | null =>
  boxesAround(block, NEAR_LIST).find(({ tag }) => LIST.test(tag))?.parent ?? null;

const isWithin = (block: SourceBlock | undefined, box: SourceBox): boolean =>
  boxesAround(block, NEAR_TEXT).includes(box);
