import type { CleanArticle, SourceBlock } from '../../../domain/article.ts';
import { choiceOf, wordsOfAll } from '../../../languages/choices.ts';
import { namesWriter } from './frames.ts';

/** A line that may credit someone for the text. */
export interface CreditLine {
  readonly text: string;
  /** `credit` lines belong to the article; `near` ones are a few lines away; `closing` ones end the text. */
  readonly place: 'credit' | 'near' | 'closing';
  /** The text continues after it, so it may belong to a sidebar or a chart. */
  readonly between?: boolean;
}

const longest = 220;
const nearBefore = 6;
const nearAfter = 6;
const longestSigned = 60;
/** A line that a page prints this often is an item of its menus or tables. */
const often = 3;
/** How many paragraphs must be on both sides of a line in the middle of a text. */
const deep = 4;

/** Lines around the article in printed order, without credits of photographs. */
export const creditLines = (clean: CleanArticle): readonly CreditLine[] => {
  const { blocks, paragraphs } = clean;
  if (blocks.length === 0)
    return paragraphs
      .slice(-2)
      .filter(({ text }) => text.length < longest)
      .map(({ text }) => ({ text, place: 'closing' }));
  const layout = layOut(blocks);
  return blocks.flatMap((block, index) => {
    const place = block.text.length > longest || isPhotoCredit(block) ? null : placeOf(block, index, layout);
    const between = index > (layout.body[0] ?? index) && index < (layout.body.at(-1) ?? index);
    return place === null ? [] : [{ text: block.text, place, between }];
  });
};

/** The article's position among the lines of its page, by index. */
interface Layout {
  readonly first: number;
  readonly last: number;
  readonly body: readonly number[];
  /** How often the page prints each line. */
  readonly printed: ReadonlyMap<string, number>;
}

const layOut = (blocks: readonly SourceBlock[]): Layout => {
  const own = ({ zone }: SourceBlock): boolean => zone === 'title' || zone === 'body' || zone === 'credit';
  const printed = new Map<string, number>();
  for (const { text } of blocks) printed.set(text, (printed.get(text) ?? 0) + 1);
  return {
    first: blocks.findIndex(own),
    last: blocks.findLastIndex(own),
    body: blocks.flatMap(({ zone }, index) => (zone === 'body' ? [index] : [])),
    printed,
  };
};

const placeOf = (block: SourceBlock, index: number, layout: Layout): CreditLine['place'] | null => {
  const { text, zone } = block;
  if (zone === 'title' || isOfAnother(block, index, layout)) return null;
  if (zone === 'credit') return isAtEdge(index, layout.body) || namesWriter(text) ? 'credit' : null;
  if (zone === 'body') return isAtEnd(index, layout.body) || isSigned(text) ? 'closing' : null;
  const near = index > layout.first - nearBefore && index < layout.last + nearAfter;
  if (!near || isHeading(block) || (layout.printed.get(text) ?? 0) >= often) return null;
  const behind = index - (layout.body.at(-1) ?? layout.last);
  return block.linkDensity < 0.95 || isCreditLink(block, behind) ? 'near' : null;
};

/** Lists of other articles after the text contain their authors' names. */
const isOfAnother = ({ path }: SourceBlock, index: number, { body }: Layout): boolean =>
  index > (body.at(-1) ?? index) && otherArticles.test(path.slice(-150));

const otherArticles =
  /related|recommend|teaser|popular|latest|trending|most-?(?:read|view)|read-?next|more-?(?:from|news|stories)/;

const isAtEnd = (index: number, body: readonly number[]): boolean =>
  index >= (body.at(-3) ?? 0) || index <= (body[1] ?? 0);

const isSigned = (text: string): boolean => text.length < longestSigned && namesWriter(text);

/** Names with paragraphs on both sides of them are credits of pictures and charts, not of the text. */
const isAtEdge = (index: number, bodyLines: readonly number[]): boolean => {
  const before = bodyLines.filter((line) => line < index).length;
  return before < deep || bodyLines.length - before < deep;
};

const isHeading = ({ tag }: SourceBlock): boolean => /^(?:h[1-6]|button)$/.test(tag);

/** A link is a credit directly after the text, or if class names say so; elsewhere it is a menu. */
const isCreditLink = ({ path }: SourceBlock, behind: number): boolean =>
  (behind > 0 && behind < 3) || (behind <= 0 && /sour|aut|agenc|credit|zrod|fonte/.test(path.slice(-60)));

const photoWords = wordsOfAll(({ creditWords }) => creditWords?.photo);
/** Scripts without clitics: there only whole words count. */
const isWhole = (word: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
const wholeWords = choiceOf(photoWords.filter(isWhole));
const partWords = choiceOf(photoWords.filter((word) => !isWhole(word))).replaceAll('…', '\\s?[（(]?.{0,8}');
const photoLine = new RegExp(`(?:^|[^\\p{L}])(?:${wholeWords})(?:[^\\p{L}]|$)|${partWords}`, 'iu');

/** Names of the elements of a picture's caption; `caption2` is a type size. */
const pictureNames =
  /figure|caption(?!\d)|photo-|(?:image|picture|img|gallery|media|foto|bild)[-_]{1,2}(?:credit|author|description|source|copyright|legend|text|info)/i;

const isPhotoCredit = ({ text, tag, path }: Pick<SourceBlock, 'text' | 'tag' | 'path'>): boolean =>
  tag === 'figcaption' || pictureNames.test(path.slice(-70)) || photoLine.test(text);
