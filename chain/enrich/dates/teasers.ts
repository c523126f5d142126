import type { SourceBlock, SourceBox } from '../../../domain/article.ts';
import { boxesAround } from '../../../domain/boxes-around.ts';

/** A shorter link is a name or a section: of the author, the place, the paper. */
const leastHeadline = 15;
const mostlyLinked = 0.8;
/** Where day and headline are one line, the link is at least this share of it. */
const sharedLine = 0.5;

/**
 * Finds lines of short notices of other articles: outside of the stretch from title to text, in one line with a linked
 * headline or right beside one in a box that holds nothing of the text.
 *
 * @returns whether the line with this index is one
 */
export const teasersOf = (blocks: readonly SourceBlock[]): ((index: number) => boolean) => {
  const first = blocks.findIndex(({ zone }) => zone === 'title' || zone === 'body');
  const last = blocks.findLastIndex(({ zone }) => zone === 'body');
  if (last < 0) return () => false;
  const own = new Set([first, last].flatMap((index) => boxesAround(blocks[index], mostBoxes)));
  const isBeside = (block: SourceBlock, other: SourceBlock | undefined): boolean => {
    if (other === undefined || !isLinkedHeadline(other)) return false;
    const around = boxesAround(other, nearBoxes);
    return boxesAround(block, nearBoxes).some((box) => !own.has(box) && around.includes(box));
  };
  return (index) => {
    const block = blocks[index];
    if (block === undefined || (index >= first && index <= last)) return false;
    const isApart = !boxesAround(block, nearBoxes).some((box) => own.has(box) && !isRoot(box));
    const linked = block.text.length * block.linkDensity;
    if (isApart && block.linkDensity >= sharedLine && linked >= leastHeadline) return true;
    return isBeside(block, blocks[index - 1]) || isBeside(block, blocks[index + 1]);
  };
};

const isRoot = ({ tag }: SourceBox): boolean => tag === 'body' || tag === 'html';

const nearBoxes = 3;
const mostBoxes = 64;

const isLinkedHeadline = ({ zone, text, linkDensity, path }: SourceBlock): boolean =>
  (zone === 'before' || zone === 'after') &&
  text.length >= leastHeadline &&
  linkDensity > mostlyLinked &&
  !/auth|byline/.test(path.slice(-60));
