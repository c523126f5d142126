import { paragraphBreaks } from '../lines.ts';
import type { Frame } from './boxes.ts';

/** A piece of text of one element within `<pre>`. */
export interface PreformattedPiece {
  readonly text: string;
  readonly frame: Frame;
  readonly linked: boolean;
  readonly emphatic: boolean;
}

/** The same without line breaks; `ends` if a line of the page ends after it. */
export interface PreformattedLine extends PreformattedPiece {
  readonly ends: boolean;
}

/** Preformatted text by lines; if it was wrapped to a width, as wires are, by paragraphs. */
export function* splitPreformatted(pieces: readonly PreformattedPiece[]): Generator<PreformattedLine> {
  if (pieces.length === 0) return;
  const breaks = paragraphBreaks(
    pieces
      .map(({ text }) => text)
      .join('')
      .split('\n'),
  );
  let line = 0;
  for (const piece of pieces) {
    const parts = piece.text.split('\n');
    for (const [index, text] of parts.entries()) {
      const isLast = index === parts.length - 1;
      const ends = !isLast && breaks[line] === true;
      if (!isLast) line += 1;
      yield { ...piece, text: isLast || ends ? text : `${text} `, ends };
    }
  }
}
