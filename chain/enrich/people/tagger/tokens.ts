/** Words and punctuation marks of a text, in order. Parallel arrays, so that a long text needs few objects. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** UTF-16 offsets, end exclusive. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** What separates this token from the previous one: nothing, spaces, or a line break. */
  readonly gap: Uint8Array;
}

/** Kinds of token. A `capital` word begins with an upper-case letter, a `shout` has no lower-case one. */
export const kinds = { mark: 0, lower: 1, capital: 2, shout: 3, digits: 4, uncased: 5 } as const;
export const gaps = { none: 0, blank: 1, line: 2 } as const;

/** Longer words are split, to bound the cost of each feature. */
const longestWord = 64;

/**
 * Splits a text into words and single punctuation marks. Hyphens and apostrophes are separate marks: whether they belong
 * to a name is decided later. Invisible format characters (zero-width, bidirectional) stay inside a word.
 */
export const tokenize = (text: string): Tokens => {
  const size = text.length;
  const start = new Int32Array(size);
  const end = new Int32Array(size);
  const kind = new Uint8Array(size);
  const gap = new Uint8Array(size);
  let count = 0;
  let waiting: number = gaps.line;
  for (let at = 0; at < size; ) {
    const type = classOf(text.charCodeAt(at));
    if (type === classes.blank || type === classes.line || type === classes.invisible) {
      if (type === classes.line) waiting = gaps.line;
      else if (type === classes.blank && waiting === gaps.none) waiting = gaps.blank;
      at += 1;
      continue;
    }
    start[count] = at;
    gap[count] = waiting;
    waiting = gaps.none;
    at = type === classes.mark ? at + 1 : endOfWord(text, at);
    end[count] = at;
    kind[count] = type === classes.mark ? kinds.mark : kindOf(text, start[count] ?? 0, at);
    count += 1;
  }
  return {
    text,
    count,
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    kind: kind.subarray(0, count),
    gap: gap.subarray(0, count),
  };
};

const endOfWord = (text: string, from: number): number => {
  const limit = Math.min(text.length, from + longestWord);
  let at = from + 1;
  while (at < limit) {
    const type = classOf(text.charCodeAt(at));
    if (type < classes.lower && type !== classes.invisible) break;
    at += 1;
  }
  while (at > from + 1 && classOf(text.charCodeAt(at - 1)) === classes.invisible) at -= 1;
  return at;
};

const kindOf = (text: string, start: number, end: number): number => {
  const first = classOf(text.charCodeAt(start));
  if (first === classes.upper) {
    for (let at = start + 1; at < end; at += 1)
      if (classOf(text.charCodeAt(at)) === classes.lower) return kinds.capital;
    return end - start > 1 ? kinds.shout : kinds.capital;
  }
  if (first === classes.digit) return kinds.digits;
  return first === classes.other ? kinds.uncased : kinds.lower;
};

/** Classes of characters; from `lower` on they make words. */
const classes = { mark: 0, blank: 1, line: 2, invisible: 3, lower: 4, upper: 5, digit: 6, other: 7 } as const;

const classify = (code: number): number => {
  const character = String.fromCharCode(code);
  if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return classes.line;
  if (/\s/u.test(character) || code < 32) return classes.blank;
  if (/\p{Cf}/u.test(character)) return classes.invisible;
  if (/\p{Lu}|\p{Lt}/u.test(character)) return classes.upper;
  if (/\p{Ll}/u.test(character)) return classes.lower;
  if (/\p{N}/u.test(character)) return classes.digit;
  if (/\p{L}|\p{M}/u.test(character) || (code >= 0xd800 && code < 0xe000)) return classes.other;
  return classes.mark;
};

const table = Uint8Array.from({ length: 0x10000 }, (_, code) => classify(code));

const classOf = (code: number): number => table[code] ?? classes.mark;
