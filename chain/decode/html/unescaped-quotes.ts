import { decodeHTML } from 'entities';
import type { Attributes } from './boxes.ts';

const CONTENT = /\scontent\s{0,5}=\s{0,5}(["'])(.{0,5000})\1\s{0,5}\/?>$/is;
/** After it, another attribute of the tag begins. */
const NEXT =
  /["']\s{1,5}(?:name|property|itemprop|http-equiv|data-[\w-]{1,30}|id|class|lang)\s{0,5}=\s{0,5}["']/i;

/**
 * The attributes of a `<meta>` with its complete `content`, if quotation marks in it were not escaped:
 * `content="Board calls the wall "a promise kept""` ends at the second mark, and its words become attributes.
 */
export const mendContent = (attributes: Attributes, source: () => string): Attributes => {
  if (attributes.content === undefined || !Object.keys(attributes).some((name) => /["']/.test(name)))
    return attributes;
  const value = CONTENT.exec(source())?.[2];
  if (value === undefined) return attributes;
  const end = value.search(NEXT);
  return { ...attributes, content: decodeHTML(end < 0 ? value : value.slice(0, end)) };
};
