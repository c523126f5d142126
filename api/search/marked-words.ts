/** Noncharacters, which no author writes; control characters would be trimmed off the ends of a fragment. */
const [OPEN, CLOSE] = ['\ufdd0', '\ufdd1'];

/** For requests that read the words of articles, not show them. `max_analyzed_offset` bounds what each may cost. */
export const wordMarks = {
  type: 'unified',
  pre_tags: [OPEN],
  post_tags: [CLOSE],
  max_analyzed_offset: 20_000,
} as const;

export interface MarkedWord {
  readonly word: string;
  /** What stands before it, for scripts whose words stand together. */
  readonly before: string;
}

const marks = new RegExp(`[${OPEN}${CLOSE}]`);

/** The words that stand marked in the fragments of one hit. */
export const markedWords = (
  highlight: Readonly<Record<string, readonly string[]>> | undefined,
): MarkedWord[] =>
  Object.values(highlight ?? {})
    .flat()
    .flatMap((fragment) => {
      const pieces = fragment.split(marks);
      return pieces.flatMap((word, at) =>
        at % 2 === 1 ? [{ word, before: pieces.slice(0, at).join('') }] : [],
      );
    });
