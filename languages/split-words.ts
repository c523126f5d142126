/** The words of a list that is separated by spaces or line breaks. */
export const splitWords = (list: string): readonly string[] => list.trim().split(/\s+/u);

/** The phrases of a list that is separated by bars. */
export const splitPhrases = (list: string): readonly string[] =>
  list.split('|').map((phrase) => phrase.trim());
