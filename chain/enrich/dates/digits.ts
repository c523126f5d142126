/** The zeros of the non-ASCII digits that news uses: Arabic, Persian, Devanagari, Bengali, Tamil, Thai, full-width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0be6, 0x0e50, 0xff10];

/** Replaces every such digit by its ASCII digit, and direction marks between digits by spaces; offsets stay. */
export const asciiDigits = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u061c]/g, ' ')
    .replace(
      /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0be6-\u0bef\u0e50-\u0e59\uff10-\uff19]/g,
      (digit) => {
        const code = digit.charCodeAt(0);
        const zero = zeros.find((first) => code >= first && code <= first + 9) ?? code;
        return String(code - zero);
      },
    );
