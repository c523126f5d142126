/** Noncharacters, which no author writes; control characters would be trimmed from the ends of a fragment. */
const [OPEN, CLOSE] = ['\ufdd0', '\ufdd1'];

/** For requests that read matched words and do not show them. `max_analyzed_offset` limits what each may cost. */
export const wordHighlight = {
  type: 'unified',
  pre_tags: [OPEN],
  post_tags: [CLOSE],
  max_analyzed_offset: 20_000,
} as const;

export interface HighlightedWord {
  readonly word: string;
  /** The text before it, for scripts without spaces. */
  readonly before: string;
}

const marks = new RegExp(`[${OPEN}${CLOSE}]`);

/** The highlighted words in the fragments of one hit. */
export const highlightedWords = (
  highlight: Readonly<Record<string, readonly string[]>> | undefined,
): HighlightedWord[] =>
  Object.values(highlight ?? {})
    .flat()
    .flatMap((fragment) => {
      const pieces = fragment.split(marks);
      return pieces.flatMap((word, at) =>
        at % 2 === 1 ? [{ word, before: pieces.slice(0, at).join('') }] : [],
      );
    });
