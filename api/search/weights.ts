/**
 * Every weight of relevance, justified in docs/adr/0012-relevance-weights.md and measured by
 * `npm run evaluate -- retrieval`. A score is a sum of BM25 scores, so weights compare with 1, the stemmed words' own.
 */
export const weights = {
  /** Weights of the fields that are combined for matching words. */
  fields: { title: 3, lead: 1.5, body: 1, credits: 1 },
  /** The words as printed, stop words and endings included. */
  exact: 0.6,
  /** Pairs of characters or syllables, where the index has them. */
  bigram: 1,
  /** All words as one phrase. */
  phrase: { title: 2, body: 1 },
  /** Two neighbouring words of the query at most `slop` places apart. */
  neighbours: { boost: 0.3, slop: 2 },
  /** Points for an article in a language that the reader prefers: about half a rare word. */
  readerLanguage: 2,
  /**
   * Points for an article in the language that the query is written in. A language's own stop words are rare words
   * in all other indices, where they would win.
   */
  queryLanguage: 6,
  /** Points for an article of today; half of them for one of `halvesInDays` ago. */
  recency: { boost: 1, halvesInDays: 90 },
} as const;
