import { evenSpaces } from './html/line.ts';

const MIN_WIDTH = 45;
const MAX_WIDTH = 90;

/**
 * The lines of a text, white space collapsed, without empty ones. If a text was wrapped to a width, as old wires
 * and mails are, the lines of one paragraph are joined again.
 */
export const splitLines = (source: string): readonly string[] => {
  const lines = source.split(/\r\n|[\r\n\u2028\u2029]/);
  const breaks = paragraphBreaks(lines);
  const paragraphs: string[] = [];
  let paragraph = '';
  for (const [index, line] of lines.entries()) {
    paragraph += ` ${line}`;
    if (breaks[index] === false) continue;
    const even = evenSpaces(paragraph);
    if (even !== '') paragraphs.push(even);
    paragraph = '';
  }
  return paragraphs;
};

/** For each line whether a paragraph ends with it: always, unless the text was wrapped to a width. */
export const paragraphBreaks = (lines: readonly string[]): readonly boolean[] => {
  const joins = isBrokenToWidth(lines) || isIndented(lines);
  const title = joins ? titleLine(lines) : -1;
  return lines.map((line, index) => {
    const next = lines[index + 1];
    if (!joins || next === undefined || index === title) return true;
    return line.trim() === '' || next.trim() === '' || INDENT.test(next);
  });
};

/** The width that a first line uses at most if it is a title of its own. */
const TITLE_WIDTH = 0.6;

/**
 * A first line in capitals directly above a wrapped text: a title. Other short first lines may be the text itself,
 * since wires cut off their datelines.
 *
 * @returns its index, or -1
 */
const titleLine = (lines: readonly string[]): number => {
  const first = lines.findIndex((line) => line.trim() !== '');
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const [line = '', next = ''] = lines.slice(first, first + 2);
  const isOwn = CAPITALS.test(line) && line.trim().length <= width * TITLE_WIDTH && /^\s*\p{Lu}/u.test(next);
  return isOwn && !endsSentence(line) && !CONTINUED.test(line) ? first : -1;
};

/** Two words or more without a small letter. */
const CAPITALS = /^(?=\s*\S+\s+\S)(?=.*\p{Lu}{2})\P{Ll}{0,90}$/u;
/** Datelines and halves of words go on in the next line. */
const CONTINUED = /[-\u2010-\u2015,(/]\s*$/u;

const INDENT = /^(?:\s{2,}|\t|\u3000)\S/;

/** Nearly all lines end within the width, and most come near it without ending a sentence. */
const isBrokenToWidth = (lines: readonly string[]): boolean => {
  const filled = lines.filter((line) => line.trim() !== '');
  const cut = filled.filter((line) => line.length >= MIN_WIDTH && !endsSentence(line)).length;
  return filled.length >= 3 && fitsWidth(filled) && cut >= filled.length * 0.4;
};

/** Paragraphs begin with an indent, each after the end of a sentence, and other line breaks are within sentences. */
const isIndented = (lines: readonly string[]): boolean => {
  const filled = lines.filter((line) => line.trim() !== '');
  const begins = filled.map((line) => INDENT.test(line));
  if (filled.length < 3 || !fitsWidth(filled) || !begins.slice(1).includes(true)) return false;
  const behind = (index: number): boolean => endsSentence(filled[index - 1] ?? '');
  const inside = filled.filter((_, index) => index > 0 && !begins[index] && !behind(index)).length;
  return inside > 0 && begins.every((begin, index) => index === 0 || !begin || behind(index));
};

const fitsWidth = (filled: readonly string[]): boolean =>
  filled.filter((line) => line.length <= MAX_WIDTH).length >= filled.length * 0.98;

const endsSentence = (line: string): boolean => /[.!?…:。！？：؟।]["'”’»」』)]{0,2}\s*$/.test(line);
