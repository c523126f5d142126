import { furnitureOf } from '../../../chain/clean/furniture.ts';
import { tokensOf } from '../../../chain/clean/tokens.ts';
import type { SourceBlock } from '../../../domain/article.ts';
import { isSameLine } from '../../evaluate/pages/lines.ts';
import type { Label } from './labels.ts';

/** Labels of a page without labelled text: its first and last line, and lines that do not belong to it. */
export interface Ends {
  readonly firstLine: string;
  readonly lastLine: string;
  readonly furniture: readonly string[];
}

/** Lines in the middle with fewer tokens may be captions or links to other articles. */
const SHORT = 8;
/** This many lines above the first may be standfirst and credits, which readers judge differently. */
const HEAD = 6;

/** Labels the blocks by the lines that begin and end the text; `null` if the page lacks these. */
export const labelByEnds = (
  blocks: readonly SourceBlock[],
  { firstLine, lastLine, furniture }: Ends,
): readonly Label[] | null => {
  const first = blocks.findIndex(({ text }) => isSameLine(text, firstLine));
  const last = blocks.findLastIndex(({ text }) => isSameLine(text, lastLine));
  if (first < 0 || last < first) return null;
  const unwanted = new Set(furniture.map((line) => tokensOf(line).join(' ')));
  return blocks.map((block, at) => {
    const own = tokensOf(block.text);
    const isFurniture = unwanted.has(own.join(' '));
    const between = at >= first && at <= last;
    const inside = between && !isFurniture;
    const unsure = between ? isUnsure(block, own.length) : at < first && at >= first - HEAD;
    return {
      inside,
      tokens: own.length,
      known: at === first || at === last || isFurniture || !unsure,
    };
  });
};

const isUnsure = ({ text, linkDensity }: SourceBlock, tokens: number): boolean =>
  tokens < SHORT || linkDensity > 0.5 || furnitureOf(text) !== null;
