import type { DecodedArticle, SourceBlock } from '../../domain/article.ts';
import { hanUnits } from '../../languages/date-units.ts';
import { withoutCopies, withoutHidden } from './copies.ts';
import { isCreditAbove, isLabelledCredit } from './credit-lines.ts';
import { bestCut } from './cut.ts';
import { furnitureOf } from './furniture.ts';
import { withLists } from './lists.ts';
import { type ExtractorModel, scoreBlocks } from './model/extractor.ts';
import { linesOfNamedBody } from './named-body.ts';
import { choosePlainLines } from './plain-lines.ts';
import { tokensOf } from './tokens.ts';

/** Which blocks are the article's text: by the trained extractor on pages, by rules without markup. */
export const chooseBlocks = (
  decoded: DecodedArticle,
  title: { readonly text: string; readonly block: number | null } | null,
  model: () => ExtractorModel,
): readonly boolean[] => {
  const { blocks } = decoded;
  if (blocks.every(({ layout }) => layout === undefined))
    return choosePlainLines(blocks, title?.block ?? null);
  return chooseByScores(decoded, title?.text ?? null, scoreBlocks(decoded, title?.text ?? null, model()));
};

/**
 * The blocks that are text by their scores, 0–1, except the title's line and blocks that are never text.
 * If that is next to nothing, the body that the page itself marks is preferred to the scores.
 */
const chooseByScores = (
  { blocks }: DecodedArticle,
  title: string | null,
  scores: Float64Array,
): readonly boolean[] => {
  let begun = false;
  const isTitle = sameWords(title);
  const enough = bestCut(
    scores,
    blocks.map(({ text }) => text.length),
  );
  const chosen = blocks.map((block, index) => {
    const { text, linkDensity } = block;
    if ((scores[index] ?? 0) < enough || isTitle(text)) return false;
    // On a page with few lines, the scores sometimes mistake words of a menu for subheads.
    if (linkDensity > 0.9 && furnitureOf(text) === 'menu') return false;
    if (!begun && (BARE_TIME.test(text) || isCreditAbove(block))) return false;
    begun ||= text.length > 80;
    return true;
  });
  const listed = withLists(blocks, scores, chosen).map((is, at) => is && !isTitle(blocks[at]?.text ?? ''));
  const own = withoutClosingCredits(blocks, withoutCopies(blocks, withoutHidden(blocks, listed)));
  const found = countTokens(blocks, own);
  if (found >= FEW_TOKENS * MORE) return own;
  const named = linesOfNamedBody(blocks).map((is, at) => is && !isTitle(blocks[at]?.text ?? ''));
  if (found >= FEW_TOKENS && countTokens(blocks, named) < found * MORE) return own;
  return withoutCopies(
    blocks,
    own.map((is, at) => is || (named[at] ?? false)),
  );
};

/** The chosen lines but credits behind the last of them that is text: `责任编辑：李四`. */
const withoutClosingCredits = (
  blocks: readonly SourceBlock[],
  chosen: readonly boolean[],
): readonly boolean[] => {
  const last = chosen.findLastIndex((is, at) => is && !isLabelledCredit(blocks[at]?.text ?? ''));
  return last < 0 ? chosen : chosen.map((is, at) => is && at <= last);
};

/** Recognizes lines that repeat the title, ignoring punctuation and case. */
const sameWords = (title: string | null): ((text: string) => boolean) => {
  if (title === null) return () => false;
  const words = tokensOf(title).join(' ');
  return (text) => text === title || (text.length < title.length + 40 && tokensOf(text).join(' ') === words);
};

/** A body with fewer tokens is a stub, or a table or list that does not look like text. */
const FEW_TOKENS = 80;
/** If the found text is short but not a stub, a marked body must contain this many times as much. */
const MORE = 4;

const countTokens = (blocks: readonly SourceBlock[], chosen: readonly boolean[]): number =>
  blocks.reduce((sum, { text }, at) => sum + (chosen[at] ? tokensOf(text).length : 0), 0);

const { year, month, day, hour, minute } = hanUnits;
const timeSigns = year + month + day + hour + minute;
/** A line above the text with only a date and a time, labelled or not, is not part of the text, with any label. */
const BARE_TIME = new RegExp(`^(?=.{0,40}$)(?=.*\\d)[\\d\\s\\p{P}|${timeSigns}]+$`, 'u');
