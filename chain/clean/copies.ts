import type { SourceBlock } from '../../domain/article.ts';
import { tokensOf } from './tokens.ts';

/** Shorter lines may repeat within a text: answers, refrains, names of speakers. */
const LEAST = 10;

/**
 * The chosen lines without those that repeat an earlier one word for word: pages contain their text several times, for
 * wide and narrow windows and for print, and repeat the lead as a summary.
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

/** If at least this share of the chosen text is visible, hidden lines are messages and menus; else a script shows them. */
const SHOWN = 0.5;

/** The chosen lines without hidden ones, unless most of the text is hidden until a script shows it. */
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
