import type { SourceBlock, SourceBox } from './article.ts';

/** The boxes that a block stands in, the innermost first, `most` at most; none for a block without a layout. */
export const boxesAround = (block: SourceBlock | undefined, most: number): readonly SourceBox[] => {
  const found: SourceBox[] = [];
  for (let box = block?.layout?.box ?? null; box !== null && found.length < most; box = box.parent)
    found.push(box);
  return found;
};
