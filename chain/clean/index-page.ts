import type { SourceBlock, SourceBox, Statement } from '../../domain/article.ts';
import { tokensOf } from './tokens.ts';

/** From this many teasers on, the page is an index; fewer are the end of an article. */
const FEWEST = 5;
/** How many elements may be between a teaser's text and the element of the teaser. */
const MAX_CLIMB = 4;
/** Teasers are short, and on an index page they are nearly all of the text. */
const LONGEST = 60;
const SHARE = 0.8;
/** Metadata that declare a page to be an article: then a list in it is part of the article. */
const OWN = /^(?:headline|articlebody|datepublished|article:published_time|article:author)$/;

/**
 * How many teasers a page's text consists of: sibling elements of one structure, each with a linked headline and a short
 * text. Many index pages can only be recognized by that.
 *
 * @param text  the blocks taken for the article's text
 * @returns 0 if the page is not an index
 */
export const countTeasers = (
  blocks: readonly SourceBlock[],
  text: readonly SourceBlock[],
  statements: readonly Statement[],
): number => {
  const article = statements.some(
    ({ property, value }) => OWN.test(property) || (property === 'og:type' && value === 'article'),
  );
  if (article) return 0;
  const headed = headedBoxes(blocks);
  const lists = new Map<SourceBox, Map<SourceBox, number>>();
  let all = 0;
  for (const block of text) {
    const length = tokensOf(block.text).length;
    all += length;
    const teaser = teaserAround(block, headed);
    if (teaser?.parent == null) continue;
    const list = lists.get(teaser.parent) ?? new Map<SourceBox, number>();
    list.set(teaser, (list.get(teaser) ?? 0) + length);
    lists.set(teaser.parent, list);
  }
  const counts = [...lists.values()].map((list) => {
    const lengths = [...list.values()];
    const held = lengths.reduce((sum, length) => sum + length, 0);
    return held >= all * SHARE && Math.max(...lengths) <= LONGEST ? list.size : 0;
  });
  const most = Math.max(0, ...counts);
  return most >= FEWEST ? most : 0;
};

/** The elements close around a linked headline. */
const headedBoxes = (blocks: readonly SourceBlock[]): ReadonlySet<SourceBox> => {
  const boxes = new Set<SourceBox>();
  for (const { text, linkDensity, layout } of blocks) {
    if (linkDensity < 0.9 || text.length < 15) continue;
    let at: SourceBox | null = layout?.box ?? null;
    for (let up = 0; at !== null && up < MAX_CLIMB; at = at.parent, up += 1) boxes.add(at);
  }
  return boxes;
};

const teaserAround = ({ layout }: SourceBlock, headed: ReadonlySet<SourceBox>): SourceBox | null => {
  let at: SourceBox | null = layout?.box ?? null;
  for (let up = 0; at !== null && up < MAX_CLIMB; at = at.parent, up += 1) if (headed.has(at)) return at;
  return null;
};
