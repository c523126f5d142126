import type { DecodedArticle, SourceBlock, SourceBox } from '../../domain/article.ts';
import { countTeasers } from './index-page.ts';
import { tokensOf } from './tokens.ts';

/** Even a short item has more tokens. */
const STUB_TOKENS = 40;
const INDEX_TEASERS = 5;
/** A block with this share of a page's text is not a teaser. */
const MAIN_SHARE = 0.4;

/** Why the text found on a page is not an article; `null` if it is one. */
export const refusalOf = (
  { blocks, statements }: DecodedArticle,
  text: readonly SourceBlock[],
): { readonly reason: 'paywall' | 'not-an-article'; readonly detail: string } | null => {
  const tokens = text.map((block) => tokensOf(block.text).length);
  const all = tokens.reduce((sum, own) => sum + own, 0);
  const locked = statements.some(
    ({ property, value }) => property === 'isaccessibleforfree' && value.toLowerCase() === 'false',
  );
  if (locked && all < STUB_TOKENS)
    return { reason: 'paywall', detail: `the page states that it is not free and shows ${all} words` };
  const teasers = new Map<SourceBox, number>();
  for (const [at, block] of text.entries()) {
    const box = articleBox(block);
    if (box !== null) teasers.set(box, (teasers.get(box) ?? 0) + (tokens[at] ?? 0));
  }
  const inside = [...teasers.values()];
  const most = Math.max(0, ...inside);
  const held = inside.reduce((sum, own) => sum + own, 0);
  if (teasers.size >= INDEX_TEASERS && most < all * MAIN_SHARE && held > all / 2)
    return { reason: 'not-an-article', detail: `an index of ${teasers.size} articles` };
  const listed = countTeasers(blocks, text, statements);
  return listed === 0 ? null : { reason: 'not-an-article', detail: `an index of ${listed} articles` };
};

const MAX_CLIMB = 64;

/** The `<article>` around a block, unless it is nested in another: parts of one article, such as live posts, may be marked so. */
const articleBox = ({ layout }: SourceBlock): SourceBox | null => {
  let found: SourceBox | null = null;
  let at: SourceBox | null = layout?.box ?? null;
  for (let up = 0; at !== null && up < MAX_CLIMB; at = at.parent, up += 1) {
    if (at.tag !== 'article') continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
};
