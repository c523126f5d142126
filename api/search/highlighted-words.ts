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
  /** The end of the text before it, for scripts without spaces. */
  readonly before: string;
}

const marks = new RegExp(`[${OPEN}${CLOSE}]`);

/** A text without spaces is one fragment, however long, and each of its characters may be highlighted. */
const MOST_WORDS = 50;
const LONGEST_BEFORE = 200;
/** Of an answer with such fragments; usual ones have some hundred bytes. */
export const MOST_WORDS_BYTES = 2_000_000;

/** The first highlighted words in each fragment of one hit. */
export const highlightedWords = (
  highlight: Readonly<Record<string, readonly string[]>> | undefined,
): HighlightedWord[] =>
  Object.values(highlight ?? {})
    .flat()
    .flatMap((fragment) => {
      let text = '';
      return fragment.split(marks, 2 * MOST_WORDS).flatMap((piece, at) => {
        const before = text;
        text = (text + piece).slice(-LONGEST_BEFORE);
        return at % 2 === 1 ? [{ word: piece, before }] : [];
      });
    });
