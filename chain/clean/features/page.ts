import type { DecodedArticle, SourceBlock, SourceBox } from '../../../domain/article.ts';
import { isPunctuated, tokensOf } from '../tokens.ts';

/** A block with what is computed once for it. */
export interface MeasuredBlock {
  readonly block: SourceBlock;
  readonly tokens: readonly string[];
  /** How much running text it seems to contain: tokens outside links, if there are enough for a sentence. */
  readonly good: number;
  readonly box: SourceBox | null;
  /** Tags and class names of its box and the enclosing box, digits normalized: siblings from one template share it. */
  readonly group: string;
}

export interface MeasuredPage {
  readonly blocks: readonly MeasuredBlock[];
  readonly title: ReadonlySet<string>;
  readonly description: ReadonlySet<string>;
  /** The body in the structured data, normalized for comparison; empty if there is none. */
  readonly statedBody: string;
  readonly tokens: number;
  readonly good: number;
}

export const measurePage = ({ blocks, statements }: DecodedArticle, title: string | null): MeasuredPage => {
  const measured = blocks.map(measure);
  const stated = (...properties: readonly string[]): string =>
    statements.find(({ property }) => properties.includes(property))?.value ?? '';
  return {
    blocks: measured,
    title: new Set(tokensOf(title ?? '')),
    description: new Set(tokensOf(stated('og:description', 'description', 'twitter:description'))),
    statedBody: tokensOf(stated('articlebody').replace(/<[^<>]{0,300}>/g, ' ')).join(' '),
    tokens: measured.reduce((sum, { tokens }) => sum + tokens.length, 0),
    good: measured.reduce((sum, { good }) => sum + good, 0),
  };
};

const measure = (block: SourceBlock): MeasuredBlock => {
  const tokens = tokensOf(block.text);
  const box = block.layout?.box ?? null;
  const enough = tokens.length >= 10 && isPunctuated(block.text);
  return {
    block,
    tokens,
    good: enough ? tokens.length * (1 - block.linkDensity) ** 2 : 0,
    box,
    group: box === null ? block.tag : `${signature(box)}<${box.parent === null ? '' : signature(box.parent)}`,
  };
};

const signature = (box: SourceBox): string => `${box.tag}.${box.names.replace(/\d+/g, '0')}`;
