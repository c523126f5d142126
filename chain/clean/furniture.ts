import { languages } from '../../languages/index.ts';
import { letterClasses } from '../../languages/scripts.ts';

/** The kind of boilerplate that a line is by its words, in any profiled language; `null` if it is not boilerplate. */
export const furnitureOf = (text: string): 'menu' | 'legal' | 'related' | null => {
  const line = evened(text);
  if (line === '') return null;
  if (line.length <= 60 && menu.has(line)) return 'menu';
  if (line.length <= MAX_MENU && isMenuRow(text)) return 'menu';
  if (starts(line, legal) || (line.length <= 200 && COPYRIGHT.test(text))) return 'legal';
  if (line.length <= 200 && starts(line, related)) return 'related';
  return null;
};

const MAX_MENU = 200;
const MAX_ENTRY = 30;
const COPYRIGHT = /[©ⓒ]|\(c\)\s{0,2}(?:19|20)\d\d/i;

/** Several short entries side by side, half of them or more words of menus: `Home | News | Contact`, `首页 要闻 服务`. */
const isMenuRow = (text: string): boolean => {
  const marked = text.split(/\s*[|｜·•>»/]\s*/u).filter((entry) => entry !== '');
  const entries = marked.length > 1 ? marked : text.split(/\s+/u);
  if (entries.length < 2 || entries.some(({ length }) => length > MAX_ENTRY)) return false;
  const known = entries.filter((entry) => menu.has(evened(entry))).length;
  return known >= 2 && known * 2 >= entries.length;
};

const evened = (text: string): string => {
  // The second is the lower case of the Turkish dotted capital.
  const lower = text.slice(0, 300).toLowerCase().replaceAll('i\u0307', 'i');
  let start = 0;
  while (start < lower.length && isEdge(lower, start)) start += 1;
  if (start === lower.length) start = 0;
  // Keep the beginning of a copyright line.
  while (start > 0 && (lower[start - 1] === '©' || lower[start - 1] === '(')) start -= 1;
  let end = lower.length;
  while (end > start && isEdge(lower, end - 1)) end -= 1;
  return lower.slice(start, end);
};

/** Whether a UTF-16 unit is white space, punctuation or a symbol, or half of such a character. */
const isEdge = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) return EDGE.test(text.slice(unit > 0xdbff ? at - 1 : at).slice(0, 2));
  let known = edges[unit] as number;
  if (known === 0) {
    known = EDGE.test(text.charAt(at)) ? 1 : 2;
    edges[unit] = known;
  }
  return known === 1;
};

const EDGE = /^[\s\p{P}\p{S}]/u;
const edges = new Uint8Array(0x1_00_00);

/** Prefixes by their first two characters, so that a line is compared with few. */
type Beginnings = ReadonlyMap<string, readonly string[]>;

const beginnings = (words: readonly string[]): Beginnings => {
  const index = new Map<string, string[]>();
  for (const word of words.map(evened)) {
    if (word.length < 2) continue;
    const key = word.slice(0, 2);
    index.set(key, [...(index.get(key) ?? []), word]);
  }
  return index;
};

const starts = (line: string, words: Beginnings): boolean =>
  (words.get(line.slice(0, 2)) ?? []).some(
    (word) =>
      line.startsWith(word) && !/^[\p{L}\p{N}]/u.test(SPACED.test(word) ? line.slice(word.length) : ''),
  );

/** In a script with spaces, a prefix must end at the end of a word. */
const SPACED = new RegExp(`[${letterClasses.spaced}]$`, 'u');

const menu: ReadonlySet<string> = new Set(languages.flatMap(({ furniture }) => furniture.menu.map(evened)));
const legal = beginnings(languages.flatMap(({ furniture }) => furniture.legal));
const related = beginnings(languages.flatMap(({ furniture }) => furniture.related));
