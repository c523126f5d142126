import type { SourceBlock, SourceBox } from '../../domain/article.ts';
import { furnitureOf } from './furniture.ts';
import { tokensOf } from './tokens.ts';

/** Class names that sites give to the element with the article's text. */
const BODY = /(?:article|story)[-_]?(?:body|text)|post[-_]?(?:body|content)|entry-content/;

const MIN_TOKENS = 20;
const MAX_LINKED = 0.5;
const MAX_CLIMB = 64;

/**
 * The lines of the element that the page itself names as the article's body, for articles without running text:
 * tables of results, calendars, lists. Lines of links and boilerplate are left out.
 *
 * @returns one flag per block; none is set if no element is named so, or several share the text, as on index pages
 */
export const linesOfNamedBody = (blocks: readonly SourceBlock[]): readonly boolean[] => {
  const held = new Map<SourceBox, number>();
  const boxes = blocks.map((block) => {
    const box = isText(block) ? bodyBox(block) : null;
    if (box !== null) held.set(box, (held.get(box) ?? 0) + tokensOf(block.text).length);
    return box;
  });
  const all = [...held.values()].reduce((sum, tokens) => sum + tokens, 0);
  const [best, most] = [...held].reduce<readonly [SourceBox | null, number]>(
    (top, entry) => (entry[1] > top[1] ? entry : top),
    [null, 0],
  );
  const enough = most >= MIN_TOKENS && most * 2 > all;
  return boxes.map((box) => enough && box !== null && box === best);
};

const isText = (block: SourceBlock): boolean =>
  block.linkDensity <= MAX_LINKED && block.layout?.box.hidden !== true && furnitureOf(block.text) === null;

/** The outermost named element around a block: inner ones contain only parts of the body. */
const bodyBox = ({ layout }: SourceBlock): SourceBox | null => {
  let found: SourceBox | null = null;
  let at: SourceBox | null = layout?.box ?? null;
  for (let up = 0; at !== null && up < MAX_CLIMB; at = at.parent, up += 1)
    if (at.tag !== 'body' && at.tag !== 'html' && BODY.test(at.names)) found = at;
  return found;
};
