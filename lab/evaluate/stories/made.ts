/**
 * Rules for what publishers change in a wire text. They make copies for languages whose measuring data has none.
 * Pure, so that a text and a rule identify a pair.
 */
export const madeCopies: Readonly<Record<string, (text: string) => string>> = {
  /** The end is cut off, as for a short column. */
  cut: (text) => keepShare(text, 0.6),
  /** Adds a dateline and a credit before the text, and a rights notice after it. */
  credit: (text) =>
    `PORTVILLE, 3 March (Coastal News) — ${text}\nCoastal News. All rights reserved. More stories in our archive.`,
  /** One number and one word are corrected, in the middle. */
  correct: (text) =>
    replaceOne(
      replaceOne(text, /\d+/g, (digits) => String(Number(digits) + 1)),
      /\p{L}{5,}/gu,
      turn,
    ),
  /** Other quotation marks, dashes and breaks; the first paragraph as a heading. */
  dress: (text) => {
    const [first = '', ...rest] = text
      .replace(/["“”«»„]/g, "'")
      .replace(/[-–—]/g, ' – ')
      .split('\n');
    return [first.toUpperCase(), ...rest].join('\n\n');
  },
  /** Shortened, with another credit. */
  column: (text) => `Coastal News reports: ${keepShare(text, 0.5)} (Coastal News)`,
};

/** The beginning, up to the end of a sentence. */
const keepShare = (text: string, share: number): string => {
  const end = /[.!?。！？।]|\n/g;
  end.lastIndex = Math.floor(text.length * share);
  const found = end.exec(text);
  return found ? text.slice(0, found.index + 1) : text;
};

const replaceOne = (text: string, pattern: RegExp, change: (found: string) => string): string => {
  const all = [...text.matchAll(pattern)];
  const middle = all[Math.floor(all.length / 2)];
  return middle === undefined
    ? text
    : text.slice(0, middle.index) + change(middle[0]) + text.slice(middle.index + middle[0].length);
};

/** A word that occurs nowhere else. */
const turn = (word: string): string => [...word].reverse().join('');
