import type { SourceBlock } from '../../domain/article.ts';
import { tokensOf } from './tokens.ts';

/** Shorter lines repeat in texts: answers, refrains, names of speakers. */
const LEAST = 10;

/**
 * The chosen lines but those that repeat an earlier one word by word: pages hold their text several times, for wide
 * and narrow windows and for print, and print the lead as a summary too.
 */
export const withoutCopies = (
  blocks: readonly SourceBlock[],
  chosen: readonly boolean[],
): readonly boolean[] => {
  const seen = new Set<string>();
  return chosen.map((is, at) => {
    const text = blocks[at]?.text ?? '';
    if (!is || text.length < LEAST) return is;
    const tokens = tokensOf(text);
    const words = tokens.join(' ');
    if (tokens.length >= LEAST && seen.has(words)) return false;
    seen.add(words);
    return true;
  });
};

/** So much of the chosen text is shown on a page whose hidden lines are messages and menus; else a script shows them. */
const SHOWN = 0.5;

/** The chosen lines but those that are not shown, unless most of the text waits for a script to show it. */
export const withoutHidden = (
  blocks: readonly SourceBlock[],
  chosen: readonly boolean[],
): readonly boolean[] => {
  const lengths = { shown: 0, hidden: 0 };
  for (const [at, { text, layout }] of blocks.entries())
    if (chosen[at]) lengths[layout?.box.hidden === true ? 'hidden' : 'shown'] += text.length;
  if (lengths.hidden === 0 || lengths.shown < (lengths.shown + lengths.hidden) * SHOWN) return chosen;
  return chosen.map((is, at) => is && blocks[at]?.layout?.box.hidden !== true);
};
