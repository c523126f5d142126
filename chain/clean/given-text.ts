import type { Paragraph } from '../../domain/article.ts';
import type { GivenFields } from '../../domain/given-fields.ts';
import { bodyBlocks, bodyLines } from '../decode/paragraph-blocks.ts';
import { paragraphsOf } from './paragraphs.ts';
import { findPlainTitle } from './titles/plain-title.ts';

/**
 * A text that the sender gave is used unchanged: its lines, or the lines of its markup, split and joined like
 * those of a text file. Without a given title, a line above the text that looks like a title is used.
 */
export const givenText = ({
  title,
  body,
}: GivenFields): { readonly title: string | null; readonly paragraphs: readonly Paragraph[] } => {
  const blocks = bodyBlocks(bodyLines(body ?? ''));
  const index = title === undefined ? findPlainTitle(blocks) : -1;
  // A single line is a text without a title.
  if (index < 0 || index === blocks.length - 1)
    return { title: title ?? null, paragraphs: paragraphsOf(blocks) };
  return {
    title: blocks[index]?.text ?? null,
    paragraphs: paragraphsOf(blocks.filter((_, at) => at !== index)),
  };
};
