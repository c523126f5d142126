import type { NameSpan } from '../../chain/enrich/people/name-span.ts';

/** A text without its square brackets, and what stands in them as a tagger would have found it. */
export const readMarked = (
  marked: string,
): { readonly text: string; readonly spans: readonly NameSpan[] } => {
  const spans: NameSpan[] = [];
  let text = '';
  for (const [at, piece] of marked.split(/[[\]]/u).entries()) {
    if (at % 2 === 1) spans.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, spans };
};
