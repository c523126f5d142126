/** A match is not cut, unless it is longer. */
const longestMark = 200;

/** The last position up to this one that is not inside a match, a tag, an entity or a character. */
export const outsideMarks = (marked: string, at: number): number => {
  const before = marked.slice(Math.max(0, at - longestMark), at);
  const open = before.lastIndexOf('<mark>');
  if (open > before.lastIndexOf('</mark>')) return at - before.length + open;
  return at - (/[<&][^<>&;]{0,7}$|[\ud800-\udbff]$/.exec(before)?.[0].length ?? 0);
};

/** Fragments of 160 characters of text are asked for, and have some marks and entities besides. */
const LONGEST = 600;
const BEFORE = 100;

/**
 * A part of a fragment around its first match. Elasticsearch ends fragments between words, so a text that is written
 * without spaces or punctuation is one fragment, however long.
 *
 * @param fragment  HTML with `<mark>`
 */
export const shortenFragment = (fragment: string): string => {
  if (fragment.length <= LONGEST) return fragment;
  const from = outsideMarks(fragment, Math.max(0, fragment.indexOf('<mark>') - BEFORE));
  const part = fragment.slice(from, outsideMarks(fragment, from + LONGEST));
  // The match itself may be longer.
  return part.lastIndexOf('<mark>') > part.lastIndexOf('</mark>') ? `${part}</mark>` : part;
};
