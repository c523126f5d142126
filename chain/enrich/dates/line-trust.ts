import type { SourceBlock } from '../../../domain/article.ts';

const telling = /date|time|publi|posted|meta|byline|entry-|post-info|article-info|timestamp/;
const foreign =
  /comment|related|sidebar|footer|recent|widget|archive|popular|calendar|latest|teaser|reply|respond|discussion|kommentar|fb-post|twitter-tweet|instagram-media/;
/** Elements of single comments: their dates never count if the article has its own. */
const comments = /\bcomment-(?:\d|body|meta|author|list|content|time|date)|\bcomment-?list\b/;
/** Class names of a page's statements about itself in its footer. */
const ownFooter = /lastmod|last-mod|page-info|post-footer|entry-footer|article-footer|updated/;

/** Elements of a site's header, where pages print the current day. */
const siteHead = / header | (?:\S*[-_])?(?:top-?bar|top-?menu|masthead)(?:[-_]\S*)? /;

/** Below this a line's date is ignored even with a label. */
export const farthestTrust = -4;

/**
 * How trustworthy a date in a line of the page is, by the line's position and the class names of its elements.
 *
 * @param distance  lines between it and the title or the text
 * @returns mostly 0–5; below 0 for lines far after the text and in elements of other articles
 */
export const lineTrust = (block: SourceBlock, distance: number): number => {
  const named = telling.test(block.path) ? 1 : 0;
  const others = foreign.test(block.path) && !ownFooter.test(block.path) ? 2.5 : 0;
  const comment = comments.test(block.path) ? 3 : 0;
  const head = block.zone === 'before' && siteHead.test(block.path) && !/ article /.test(block.path) ? 3 : 0;
  const links = block.linkDensity > 0.8 && block.text.length > 30 ? 1 : 0;
  const base = {
    credit: 4,
    title: 2.5,
    body: 2,
    before: 3 - Math.min(distance, 30) / 10,
    after: 2.5 - Math.min(distance, 30) / 6,
    unknown: 1.6,
  };
  return base[block.zone] + named - others - comment - links - head;
};
