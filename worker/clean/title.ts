import type { DecodedArticle, SourceBlock, Statement } from '../../domain/article.ts';

export interface FoundTitle {
  readonly text: string;
  /** Index of the block that shows it, if one does. */
  readonly block: number | null;
}

/** The article's headline without the site's name, or `null`. */
export const findTitle = (decoded: DecodedArticle): FoundTitle | null => {
  const { given, blocks, statements } = decoded;
  const text = given.title ?? statedTitle(statements) ?? plainTitle(blocks);
  return text === null ? null : { text, block: findBlock(blocks, text) };
};

const statedTitle = (statements: readonly Statement[]): string | null => {
  for (const property of ['headline', 'og:title', 'title']) {
    const found = statements.find((statement) => statement.property === property);
    if (found) return found.value;
  }
  return null;
};

const plainTitle = (blocks: readonly SourceBlock[]): string | null => blocks[0]?.text ?? null;

const findBlock = (blocks: readonly SourceBlock[], title: string): number | null => {
  const index = blocks.findIndex(({ text }) => text === title);
  return index < 0 ? null : index;
};
