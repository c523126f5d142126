import type { Paragraph, Statement } from '../../domain/article.ts';
import { bodyLines } from '../decode/paragraph-blocks.ts';
import { tokensOf } from './tokens.ts';

/** A stated text with fewer tokens is a teaser. */
const MIN_TOKENS = 120;
/** How much longer it must be than the visible text: stated texts are sometimes cut, stale or from another article. */
const TIMES = 4;

/**
 * The article's text as the page's structured data states it, if the page itself shows next to nothing of it: some pages
 * write the text by script, and only their JSON-LD contains it.
 *
 * @returns `null` if the found text is not a stub in comparison
 */
export const statedBody = (
  statements: readonly Statement[],
  found: readonly Paragraph[],
): readonly Paragraph[] | null => {
  const [stated = ''] = statements
    .filter(({ property, from }) => property === 'articlebody' && from === 'json-ld')
    .map(({ value }) => value)
    .sort((one, other) => other.length - one.length);
  const shown = found.reduce((sum, { text }) => sum + tokensOf(text).length, 0);
  const length = tokensOf(stated).length;
  if (length < MIN_TOKENS || length < TIMES * shown) return null;
  return bodyLines(stated).map(({ text }) => ({ kind: 'text', text }));
};
