import { evenSpaces } from './html/line.ts';

const MIN_WIDTH = 45;
const MAX_WIDTH = 90;

/**
 * The lines of a text, white space evened, empty ones left out. In a text that was broken to a width, as old wires
 * and mails are, lines of one paragraph are joined again.
 */
export const splitLines = (source: string): readonly string[] => {
  const lines = source.split(/\r\n|\r|\n/);
  return isBrokenToWidth(lines) ? joinLines(lines) : lines.map(evenSpaces).filter((line) => line !== '');
};

/** Nearly all lines end within the width, and most come near it without ending a sentence. */
const isBrokenToWidth = (lines: readonly string[]): boolean => {
  const filled = lines.filter((line) => line.trim() !== '');
  const within = filled.filter((line) => line.length <= MAX_WIDTH).length;
  const cut = filled.filter((line) => line.length >= MIN_WIDTH && !endsSentence(line)).length;
  return filled.length >= 3 && within >= filled.length * 0.98 && cut >= filled.length * 0.4;
};

const joinLines = (lines: readonly string[]): readonly string[] => {
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    const even = evenSpaces(line);
    const indented = /^\s{2,}\S/.test(line);
    if (even === '') open = false;
    else if (open && !indented) joined[joined.length - 1] += ` ${even}`;
    else joined.push(even);
    if (even !== '') open = true;
  }
  return joined;
};

const endsSentence = (line: string): boolean => /[.!?…:。！？：؟।]["'”’»」』)]{0,2}\s*$/.test(line);
