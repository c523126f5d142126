import type { SourceBlock } from '../../../domain/article.ts';
import { tokensOf } from '../tokens.ts';

const MAX_LINE = 300;
const MIN_TOKENS = 2;
const MAX_LINKED = 0.5;
/** Small headings among the breadcrumbs that pages print for search engines. */
const FOR_ENGINES = /crumb|seo/;

/** The separate lines of a page, by their words. */
export class PrintedLines {
  readonly #byWords = new Map<string, SourceBlock>();
  readonly #headings: readonly string[];

  constructor(blocks: readonly SourceBlock[]) {
    for (const block of blocks) {
      if (block.text.length > MAX_LINE || isForEngines(block)) continue;
      if (block.linkDensity > MAX_LINKED && !isHeading(block)) continue;
      const tokens = tokensOf(block.text);
      const words = tokens.join(' ');
      if (tokens.length >= MIN_TOKENS && !this.#byWords.has(words)) this.#byWords.set(words, block);
    }
    this.#headings = [...this.#byWords].filter(([, block]) => isHeading(block)).map(([words]) => words);
  }

  has(tokens: readonly string[]): boolean {
    return this.#byWords.has(tokens.join(' '));
  }

  /** Whether a heading puts a kicker before these words and ends with them. */
  endsHeading(tokens: readonly string[]): boolean {
    const end = ` ${tokens.join(' ')}`;
    return tokens.length >= MIN_TOKENS && this.#headings.some((heading) => heading.endsWith(end));
  }

  /** The longest line that a longer statement contains completely, between separators; `null` if there is none. */
  within(stated: string): string | null {
    const parts = cutAt(stated);
    for (let length = parts.length - 1; length > 0; length -= 1)
      for (let first = 0; first + length <= parts.length; first += 1) {
        const tokens = parts.slice(first, first + length).flat();
        const line = tokens.length < 3 ? undefined : this.#byWords.get(tokens.join(' '));
        if (line !== undefined && line.text.length * 3 > stated.length) return line.text;
      }
    return null;
  }
}

export const isForEngines = ({ layout }: SourceBlock): boolean =>
  layout !== undefined && FOR_ENGINES.test(`${layout.box.names} ${layout.inline}`);

export const isHeading = ({ tag }: SourceBlock): boolean => /^h[1-3]$/.test(tag);

const MAX_PARTS = 12;

/** The words between separators that may divide a headline from names of sites and sections. */
const cutAt = (stated: string): readonly (readonly string[])[] =>
  stated
    .split(/[-–—|｜•·:：»«›>/~*ㅣ_＿.…!?！？,，]+/u)
    .map(tokensOf)
    .filter((tokens) => tokens.length > 0)
    .slice(0, MAX_PARTS);
