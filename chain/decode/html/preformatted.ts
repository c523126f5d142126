import { paragraphBreaks } from '../lines.ts';
import type { Frame } from './boxes.ts';

/** A stretch of text within `<pre>`, as one element holds it. */
export interface PreformattedPiece {
  readonly text: string;
  readonly frame: Frame;
  readonly linked: boolean;
  readonly emphatic: boolean;
}

/** The same without line breaks; `ends` where a line of the page ends behind it. */
export interface PreformattedLine extends PreformattedPiece {
  readonly ends: boolean;
}

/** Preformatted text by its lines; where it was broken to a width, as wires are, by its paragraphs. */
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
